import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod';

/** The path of a socket is limited to about a hundred bytes. */
const MAX_PATH_BYTES = 100;

/** Path of the socket on which the server that holds a data directory listens for commands. */
export function socketPathFor(directory: string): string {
  const path = join(resolve(directory), 'control.sock');
  if (process.platform === 'win32') return `\\\\?\\pipe\\${path}`;
  if (Buffer.byteLength(path) <= MAX_PATH_BYTES) return path;
  return join(tmpdir(), `gongkai-${createHash('sha256').update(path).digest('hex').slice(0, 32)}.sock`);
}

/** The request of a command: one line of JSON. */
export const request = z.strictObject({ operation: z.string(), args: z.unknown() });

/** The replies to a request, one line of JSON each: progress, and finally the outcome. */
export const reply = z.union([
  z.strictObject({ progress: z.string() }),
  z.strictObject({ out: z.string(), exitCode: z.int() }),
  z.strictObject({ failure: z.string(), exitCode: z.int() }),
]);
export type Reply = z.infer<typeof reply>;
