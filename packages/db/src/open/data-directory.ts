import fs from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/**
 * Makes sure that the embedded database's files are there, and gives their folder. They are made in another folder,
 * written through to the disk and only then given their name: what has the name is whole, whatever happened.
 */
export async function ensureDataFiles(directory: string): Promise<string> {
  const files = join(directory, 'pgdata');
  if (fs.existsSync(files)) return files;
  const unfinished = join(directory, 'pgdata.new');
  fs.rmSync(unfinished, { recursive: true, force: true });
  // PGlite leaves its files open to everybody.
  fs.mkdirSync(unfinished, { mode: 0o700 });
  // Written through as a whole below: one fsync for each of its steps takes most of the time.
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

/** Windows knows no handle of a folder to sync. */
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
