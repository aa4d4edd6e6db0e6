import { createImportPool, ImportPoolFull, type ImportPool } from '@gongkai/importer/sandbox';
import type { Dependencies } from '../common/dependencies.ts';
import { ApiError } from '../common/errors.ts';
import type { ReadResult, TextInput, Told } from './schemas.ts';
import type { Upload } from './upload.ts';

/** Maximum bytes of documents in progress. They are held in memory, and further callers would wait for minutes. */
const ROOM = 256 * 2 ** 20;

/** Child processes that read documents. They start with the first document and end with this process. */
let pool: ImportPool | undefined;

/**
 * Reads a document as a report in a child process. Nothing is stored; a document that cannot be read is returned with
 * the reason.
 * @throws {ApiError} busy
 */
export async function read(_: Dependencies, { name, mediaType, bytes }: Upload, told: Told = {}): Promise<ReadResult> {
  pool ??= createImportPool({ room: ROOM });
  const result = await pool
    .import(bytes, {
      ...{ fileName: name, mediaType },
      ...(told.year !== undefined && { year: told.year }),
      ...(told.agency !== undefined && { agency: told.agency }),
    })
    .catch((error: unknown) => {
      throw error instanceof ImportPoolFull ? new ApiError('busy') : error;
    });
  if (!result.ok) return result;
  const { ok, report, provenance, notes, document } = result;
  return { ok, report, provenance, notes, document };
}

/** Reads pasted text as a report. */
export function readText(
  deps: Dependencies,
  { text, fileName = '粘贴的文字', ...told }: TextInput,
): Promise<ReadResult> {
  return read(deps, { name: fileName, mediaType: 'text/plain', bytes: new TextEncoder().encode(text) }, told);
}
