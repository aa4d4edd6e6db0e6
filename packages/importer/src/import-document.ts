import { looksLikeFigures, readFiguresCsv } from './exchange/figures-csv.ts';
import { looksLikeJson, readReportJson } from './exchange/report-json.ts';
import { toFailure } from './recognise/failure-of.ts';
import { recognise } from './recognise/recognise.ts';
import type { ImportFailure, ImportHints, ImportResult } from './recognise/result.ts';
import { readSource } from './read/file-formats.ts';
import { limits } from './source/limits.ts';

/**
 * Reads a file of any known kind as a report, including files exported from one (JSON, figures as CSV). Never throws
 * for invalid input: a refusal states in Chinese what is wrong and what was expected. Nothing in the file is executed
 * or fetched.
 */
export async function importDocument(bytes: Uint8Array, hints: ImportHints = {}): Promise<ImportResult> {
  const fault = sizeFailure(bytes);
  if (fault) return fault;
  try {
    if (looksLikeJson(bytes)) return readReportJson(bytes);
    if (looksLikeFigures(bytes)) return readFiguresCsv(bytes, hints);
    return recognise(await readSource(bytes), hints);
  } catch (error) {
    return toFailure(error);
  }
}

/** The failure for a file whose size is not accepted; undefined if the file may be read. */
export function sizeFailure({ length }: Uint8Array): ImportFailure | undefined {
  if (length === 0)
    return { ok: false, code: 'empty', message: '文件是空的，没有内容。', expected: '一份年度报告文件' };
  if (length <= limits.bytes) return undefined;
  return {
    ok: false,
    code: 'too-large',
    message: `文件有 ${Math.ceil(length / 2 ** 20)} MB，超过 ${limits.bytes / 2 ** 20} MB 的上限。`,
    expected: '单独一份年度报告文件',
  };
}
