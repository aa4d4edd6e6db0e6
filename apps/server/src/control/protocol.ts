import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod';

/** A path of a socket must fit into about a hundred bytes. */
const MAX_PATH_BYTES = 100;

/** Where the server that holds a data directory listens for commands. */
export function socketPathFor(directory: string): string {
  const path = join(resolve(directory), 'control.sock');
  if (process.platform === 'win32') return `\\\\?\\pipe\\${path}`;
  if (Buffer.byteLength(path) <= MAX_PATH_BYTES) return path;
  return join(tmpdir(), `gongkai-${createHash('sha256').update(path).digest('hex').slice(0, 32)}.sock`);
}

/** What a command asks: one line of JSON. */
export const request = z.strictObject({ operation: z.string(), args: z.unknown() });

/** What it is answered, a line of JSON each: how far it is, and at last how it ended. */
export const reply = z.union([
  z.strictObject({ progress: z.string() }),
  z.strictObject({ out: z.string(), exitCode: z.int() }),
  z.strictObject({ failure: z.string(), exitCode: z.int() }),
]);
export type Reply = z.infer<typeof reply>;
