import type { RowLimits } from '../read/sheet/read-rows.ts';
import type { RowsResult } from './process/child.ts';
import { ReaderProcess } from './process/reader-process.ts';

const timeoutMs = 20_000;
const memory = 512 * 2 ** 20;

/** Reads a list (CSV or a workbook) as rows of text in a separate child process, within limits of time and memory. */
export async function readRowsInChildProcess(bytes: Uint8Array, rows: RowLimits): Promise<RowsResult> {
  const child = new ReaderProcess(memory);
  try {
    return await child.read({ bytes, rows }, timeoutMs);
  } finally {
    child.end();
  }
}
