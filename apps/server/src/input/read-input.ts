import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Failure } from '../terminal/failure.ts';

/** Maximum input size in bytes, far above any report; larger input is not read to its end. */
const maximum = 20 * 2 ** 20;

export interface Input {
  readonly bytes: Uint8Array;
  /** Name without its folder; undefined for standard input. */
  readonly fileName?: string;
}

/** Reads a file, or standard input for `-`. @throws {Failure} */
export async function readInput(path: string): Promise<Input> {
  const name = describePath(path);
  const stream = path === '-' ? process.stdin : createReadStream(path);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maximum) throw new Failure(`${name}超过 ${maximum / 2 ** 20} MB，不像是年度报告。请检查文件。`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`读不了${name}：${describeReadError(error)}。`);
  }
  return { bytes: Buffer.concat(chunks), ...(path !== '-' && { fileName: basename(path) }) };
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件，请检查路径',
  EACCES: '没有读取权限',
  EISDIR: '这是文件夹，请给出其中的文件',
};

/** Describes a path in messages. */
export function describePath(path: string): string {
  return path === '-' ? '标准输入' : `“${path}”`;
}

/** Describes the reason why something could not be read, in Chinese if it is known. */
export function describeReadError(error: unknown): string {
  const { code = '', message = '' } = error as Partial<NodeJS.ErrnoException>;
  return reasons[code] ?? message;
}
