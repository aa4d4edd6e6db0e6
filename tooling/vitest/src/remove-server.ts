// Stops a PostgreSQL server and removes its folder: see when-over.ts.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ServerToRemove {
  readonly pid: number;
  readonly folder: string;
}

const patience = 10_000;

const { pid, folder } = (await json(process.stdin)) as ServerToRemove;
// PostgreSQL removes this file last; its process may remain after that if no parent waits for it.
const lock = join(folder, 'data', 'postmaster.pid');

// SIGINT is PostgreSQL's fast shutdown: open connections are cut.
if (isSent('SIGINT'))
  for (const begin = Date.now(); existsSync(lock) && isSent(0) && Date.now() - begin < patience;) await sleep(20);
await rm(folder, { recursive: true, force: true });

/** Whether the process still exists. */
function isSent(signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
