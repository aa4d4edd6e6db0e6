import type { ImportHints, ImportSuccess } from '@gongkai/importer';
import { createImportPool, type ScanProgress } from '@gongkai/importer/sandbox';
import { Failure } from '../terminal/failure.ts';
import { readInput } from './read-input.ts';

/** Year and body for a document that does not state them. */
export type DocumentDefaults = Pick<ImportHints, 'year' | 'agency'>;

/** Reads a report from a document, or from its own JSON or CSV, in a child process. @throws {Failure} */
export async function readReport(
  path: string,
  { year, agency }: DocumentDefaults = {},
  progress?: ScanProgress,
): Promise<ImportSuccess> {
  const { bytes, fileName } = await readInput(path);
  const pool = createImportPool({ size: 1 });
  try {
    const hints = {
      ...(fileName !== undefined && { fileName }),
      ...(year !== undefined && { year }),
      ...(agency !== undefined && { agency }),
    };
    const result = await pool.import(bytes, hints, progress);
    if (!result.ok) throw new Failure(`${result.message}需要的是：${result.expected}。`);
    return result;
  } finally {
    pool.close();
  }
}
