import fs from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/**
 * Ensures that the embedded database's files exist, and returns their folder. They are created in another folder,
 * synced to the disk and only then renamed, so that a folder with the final name is always complete.
 */
export async function ensureDataFiles(directory: string): Promise<string> {
  const files = join(directory, 'pgdata');
  if (fs.existsSync(files)) return files;
  const unfinished = join(directory, 'pgdata.new');
  fs.rmSync(unfinished, { recursive: true, force: true });
  // PGlite makes its files readable by all users.
  fs.mkdirSync(unfinished, { mode: 0o700 });
  // Files are synced together below, because one fsync per step would take most of the time.
  const database = await PGlite.create({ fs: new NodeFS(unfinished) });
  await database.close();
  syncTree(unfinished);
  fs.renameSync(unfinished, files);
  syncFolder(directory);
  return files;
}

function syncTree(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else sync(path, 'r+');
  }
  syncFolder(folder);
}

/** Syncs a folder; Windows cannot sync folders. */
function syncFolder(folder: string): void {
  if (process.platform !== 'win32') sync(folder, 'r');
}

function sync(path: string, flags: string): void {
  const file = fs.openSync(path, flags);
  try {
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}
