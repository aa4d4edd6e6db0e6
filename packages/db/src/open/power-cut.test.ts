import { fork } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './open-database.ts';

const writer = fileURLToPath(new URL('../testing/power-cut/writer.ts', import.meta.url));

const UNDEFINED_TABLE = '42P01';

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'gongkai-power-'));
});
afterEach(() => rm(place, { recursive: true, force: true }));

/** Starts a process that writes rows and kills it. @returns the last row that the database acknowledged */
async function cutPower(mode: 'durable' | 'plain', rows: number): Promise<number> {
  const child = fork(writer, [join(place, 'data'), join(place, 'image'), mode], { execArgv: [] });
  let last = 0;
  child.on('message', (number: number) => {
    last = number;
    if (last === rows) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.once('exit', resolve));
  return last;
}

async function survivors(): Promise<number[]> {
  const { pool, close } = await openDatabase({ directory: join(place, 'image') });
  try {
    const { rows } = await pool.query<{ number: number }>('SELECT number FROM kept ORDER BY number');
    return rows.map(({ number }) => number);
  } finally {
    await close();
  }
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

test('no acknowledged row is lost when the power fails, not even on the first day', async () => {
  const last = await cutPower('durable', 400);
  expect(last).toBeGreaterThanOrEqual(400);
  expect((await survivors()).slice(0, last)).toEqual(upTo(last));
}, 180_000);

test('the simulated power cut is one that PGlite as it comes does not survive', async () => {
  const { close } = await openDatabase({ directory: join(place, 'data') });
  await close();
  await cp(join(place, 'data'), join(place, 'image'), { recursive: true });
  const last = await cutPower('plain', 400);
  expect(last).toBeGreaterThanOrEqual(400);
  // The files themselves are complete, but not even the table was synced.
  await expect(survivors()).rejects.toMatchObject({ code: UNDEFINED_TABLE });
}, 180_000);
