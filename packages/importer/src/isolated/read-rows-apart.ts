import type { RowLimits } from '../read/sheet/read-rows.ts';
import type { RowsResult } from './child.ts';
import { ReaderProcess } from './reader-process.ts';

const longest = 20_000;
const memory = 512 * 2 ** 20;

/** Reads a list (CSV or a workbook) as rows of text in a child process of its own, within limits of time and memory. */
export async function readRowsApart(bytes: Uint8Array, rows: RowLimits): Promise<RowsResult> {
  const child = new ReaderProcess(memory);
  try {
    return await child.read({ bytes, rows }, longest);
  } finally {
    child.end();
  }
}
