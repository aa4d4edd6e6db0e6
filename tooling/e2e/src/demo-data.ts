import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import './global-setup.ts';
import { startServer } from './server.ts';

/** A data directory with the demonstration county, loaded once a run: the files run one after another. */
export async function demoData(): Promise<string> {
  const folder = join(inject('e2eFolder'), 'demo');
  if (!existsSync(folder)) {
    const server = await startServer({ demo: true });
    await server.end();
    await rename(server.data, folder);
  }
  return folder;
}
