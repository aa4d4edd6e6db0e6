import { createReadStream } from 'node:fs';
import { splitLines } from '@gongkai/db/lines';
import { Failure } from '../terminal/failure.ts';
import { describePath, describeReadError } from './read-input.ts';

/** One line of a file, numbered from 1; without text if it is longer than any report. */
export interface Line {
  readonly line: number;
  readonly text?: string;
}

/** Far above the size of any report's JSON. */
export const maxLineBytes = 20 * 2 ** 20;

/**
 * Reads the lines of a file, or of standard input for `-`, one after another without keeping them.
 * @throws {Failure}
 */
export async function* readLines(path: string): AsyncGenerator<Line> {
  const stream = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 2 ** 18 });
  try {
    let line = 0;
    for await (const bytes of splitLines(stream as AsyncIterable<Buffer>, maxLineBytes)) {
      line += 1;
      yield bytes ? { line, text: bytes.toString('utf8').replace(/\n$/, '') } : { line };
    }
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`读不了${describePath(path)}：${describeReadError(error)}。`);
  }
}
