import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, inject, test, vi } from 'vitest';
import { asAdmin } from './as-admin.ts';
import { freshDatabase } from './fresh-database.ts';

/** Runs lines of a module until they have said something. */
async function startRun(...lines: string[]) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', lines.join('\n')], {
    ...{ cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'inherit'], detached: true },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for await (const said of createInterface({ input: child.stdout })) {
    const end = (pid: number, signal: NodeJS.Signals) => (process.kill(pid, signal), ended);
    // A terminal signals the whole group.
    return { said, ways: { 'Ctrl-C': () => end(-child.pid!, 'SIGINT'), SIGKILL: () => end(child.pid!, 'SIGKILL') } };
  }
  throw new Error('it ended before it said anything');
}

const stay = 'setInterval(() => undefined, 1_000);';
const untilSo = (expectation: () => unknown) => vi.waitFor(expectation, { timeout: 15_000, interval: 50 });

describe.each(['Ctrl-C', 'SIGKILL'] as const)('after %s', (way) => {
  test('a server has stopped, and its folder is gone', async () => {
    const { said: url, ways } = await startRun(
      `import { startPostgres } from './server.ts';`,
      'console.log((await startPostgres()).url);',
      stay,
    );
    const { rows } = await asAdmin(url, (client) => client.query('SHOW data_directory'));
    const folder = dirname(rows[0].data_directory);
    expect(existsSync(folder)).toBe(true);
    await ways[way]();
    await untilSo(() => expect(existsSync(folder)).toBe(false));
    await expect(asAdmin(url, async () => undefined)).rejects.toThrow('ECONNREFUSED');
  });

  test('the databases of a run are dropped, and no others', async () => {
    const url = inject('postgresUrl');
    const prefix = `gongkai_test_ended_by_${way.toLowerCase().replace('-', '_')}_`;
    const other = await freshDatabase();
    await asAdmin(url, (client) => client.query(`CREATE DATABASE ${prefix}template`));
    const { ways } = await startRun(
      `import { whenOver } from './when-over.ts';`,
      `whenOver(new URL('file://${import.meta.dirname}/drop-databases.ts'), ${JSON.stringify({ url, prefix })});`,
      `console.log('started');`,
      stay,
    );
    const left = () =>
      asAdmin(url, async (client) => {
        const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [prefix]);
        return rows;
      });
    expect(await left()).toHaveLength(1);
    await ways[way]();
    await untilSo(async () => expect(await left()).toEqual([]));
    await asAdmin(other.url, (client) => client.query('SELECT'));
    await other.drop();
  });
});
