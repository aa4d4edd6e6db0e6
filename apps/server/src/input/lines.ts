import { createReadStream } from 'node:fs';
import { Failure } from '../terminal/failure.ts';
import { describePath, describeReadError } from './read-input.ts';

/** One line of a file, from 1; without its text where it is longer than any report. */
export interface Line {
  readonly line: number;
  readonly text?: string;
}

/** Far above any report's JSON. */
export const maxLineBytes = 20 * 2 ** 20;
const lineFeed = 10;

/** Lines of a file, or of standard input for `-`, one after another; what was read is not kept. @throws {Failure} */
export async function* readLines(path: string): AsyncGenerator<Line> {
  const stream = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 2 ** 18 });
  try {
    yield* split(stream as AsyncIterable<Buffer>);
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`读不了${describePath(path)}：${describeReadError(error)}。`);
  }
}

/** Cuts bytes at line feeds, and only then reads them as text: a character may lie across two chunks. */
async function* split(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let [line, held] = [1, 0];
  let parts: Buffer[] = [];
  const take = (part: Buffer) => {
    held += part.length;
    if (held > maxLineBytes) parts = [];
    else parts.push(part);
  };
  const finished = (): Line => {
    const whole = held <= maxLineBytes ? { line, text: Buffer.concat(parts).toString('utf8') } : { line };
    line++;
    held = 0;
    parts = [];
    return whole;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, from)) {
      take(chunk.subarray(from, end));
      yield finished();
      from = end + 1;
    }
    take(chunk.subarray(from));
  }
  if (held > 0) yield finished();
}
