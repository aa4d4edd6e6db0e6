import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { DurableFs, durableStartParams } from './durable-fs.ts';

/**
 * Makes sure that the embedded database's files are there, and gives their folder. They are made in another folder,
 * written through to the disk and only then given their name: what has the name is whole, whatever happened.
 */
export async function ensureDataFiles(directory: string): Promise<string> {
  const files = join(directory, 'pgdata');
  if (existsSync(files)) return files;
  const unfinished = join(directory, 'pgdata.new');
  await rm(unfinished, { recursive: true, force: true });
  // PGlite leaves its files open to everybody.
  await mkdir(unfinished, { mode: 0o700 });
  const database = await PGlite.create({ fs: new DurableFs(unfinished), startParams: durableStartParams });
  await database.close();
  await syncTree(unfinished);
  await rename(unfinished, files);
  await syncFolder(directory);
  return files;
}

async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncTree(path);
    else await sync(path, 'r+');
  }
  await syncFolder(folder);
}

/** Windows knows no handle of a folder to sync. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform !== 'win32') await sync(folder, 'r');
}

async function sync(path: string, flags: string): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
