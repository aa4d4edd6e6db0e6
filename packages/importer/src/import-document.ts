import { recognise } from './recognise/recognise.ts';
import type { ImportHints, ImportResult } from './recognise/result.ts';
import { readSource } from './read/kinds.ts';
import { limits } from './source/limits.ts';
import { Refusal } from './source/refusal.ts';

/**
 * Reads a file of any known kind as a report. Never throws for bad input: a refusal says in Chinese
 * what is wrong and what was expected. Nothing in the file is executed, nothing is fetched.
 */
export async function importDocument(bytes: Uint8Array, hints: ImportHints = {}): Promise<ImportResult> {
  try {
    if (bytes.length === 0) throw new Refusal('empty', '文件是空的，没有内容。', '一份年度报告文件');
    if (bytes.length > limits.bytes)
      throw new Refusal(
        'too-large',
        `文件有 ${Math.ceil(bytes.length / 2 ** 20)} MB，超过 ${limits.bytes / 2 ** 20} MB 的上限。`,
        '单独一份年度报告文件',
      );
    return recognise(await readSource(bytes), hints);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, code: error.code, message: error.message, expected: error.expected };
  }
}
