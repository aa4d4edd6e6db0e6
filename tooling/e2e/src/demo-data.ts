import { existsSync } from 'node:fs';
import { mkdir, rename, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import './global-setup.ts';
import { startServer } from './server.ts';

/** A data directory with the demonstration county, loaded once a run: of files that run at once, the second waits. */
export async function demoData(): Promise<string> {
  const folder = join(inject('e2eFolder'), 'demo');
  const turn = `${folder}.loading`;
  while (!existsSync(folder)) {
    if (!(await takeTurn(turn))) await sleep(200);
    else
      try {
        if (!existsSync(folder)) await load(folder);
      } finally {
        await rmdir(turn);
      }
  }
  return folder;
}

async function load(folder: string): Promise<void> {
  const server = await startServer({ demo: true });
  await server.end();
  await rename(server.data, folder);
}

/** True for one alone: of two who make a folder, one does. */
async function takeTurn(turn: string): Promise<boolean> {
  try {
    await mkdir(turn);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
