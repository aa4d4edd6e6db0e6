import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import { CachedResponse } from './cached-response.ts';

/** Built files in memory by their path from the folder, such as `_app/immutable/entry/start.1a2b3c.js`. */
export type StaticFiles = ReadonlyMap<string, CachedResponse>;

type PreparedFile = { readonly body: Buffer; readonly headers?: Readonly<Record<string, string>> };

/**
 * Reads a folder of built files into memory; a missing folder yields no files.
 * @param isHashed true if a file's name changes with its content, so that it may be cached for ever
 * @param prepare returns the content that is served instead of a file's own, and headers for it
 */
export function readStaticFiles(
  folder: string,
  isHashed: (path: string) => boolean,
  prepare: (path: string, body: Buffer) => PreparedFile = (_path, body) => ({ body }),
): StaticFiles {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name),
  );
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const path = relative(folder, file).split(sep).join('/');
      return [path, toResource(path, prepare(path, readFileSync(file)), isHashed(path))];
    }),
  );
}

function toResource(path: string, { body, headers: added }: PreparedFile, hashed: boolean): CachedResponse {
  const type = getMimeType(path) ?? 'application/octet-stream';
  const headers = {
    'content-type': type,
    'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...added,
  };
  return new CachedResponse(200, headers, body);
}
