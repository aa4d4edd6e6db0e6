import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { openDatabase } from './open-database.ts';

const holder = fileURLToPath(new URL('../testing/hold-directory.ts', import.meta.url));
const refused = (directory: string) =>
  expect(openDatabase({ directory })).rejects.toMatchObject({
    name: 'DirectoryLocked',
    directory,
    message: `数据目录 ${directory} 正由另一个进程使用。请先停止那个进程，或者改用另一个数据目录。`,
  });

// Creating the files of an embedded database takes seconds, and many more on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe('the embedded database', () => {
  let made: Awaited<ReturnType<typeof temporaryDirectory>>;
  beforeAll(async () => {
    made = await temporaryDirectory();
    await openDatabase({ directory: made.path }).then((database) => database.close());
  });
  afterAll(() => made[Symbol.asyncDispose]());

  test('keeps its rows from one opening to the next, in a folder of its owner’s alone', async () => {
    await using place = await temporaryDirectory();
    const directory = join(place.path, 'new', 'data');
    const first = await openDatabase({ directory });
    await first.pool.query(`CREATE TABLE note AS SELECT '公开' AS text`);
    await first.close();
    const second = await openDatabase({ directory });
    expect((await second.pool.query('SELECT text FROM note')).rows).toEqual([{ text: '公开' }]);
    await second.close();
    expect(fs.statSync(join(directory, 'pgdata')).mode & 0o777).toBe(0o700);
  });

  test('starts again where the last start ended before the files were whole', async () => {
    await using place = await temporaryDirectory();
    fs.mkdirSync(join(place.path, 'pgdata.new', 'base'), { recursive: true });
    fs.writeFileSync(join(place.path, 'pgdata.new', 'PG_VERSION'), '18');
    const { pool, close } = await openDatabase({ directory: place.path });
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await close();
  });

  test('syncs to the disk at each commit, and at none that wrote nothing', async () => {
    const { pool, close } = await openDatabase({ directory: made.path });
    await pool.query('CREATE TABLE note (number int)');
    const fsync = vi.spyOn(fs, 'fsyncSync');
    for (let number = 1; number <= 20; number += 1) await pool.query('INSERT INTO note VALUES ($1)', [number]);
    expect(fsync.mock.calls.length).toBeGreaterThanOrEqual(20);
    fsync.mockClear();
    for (let number = 1; number <= 20; number += 1) await pool.query('SELECT $1::int', [number]);
    expect(fsync).not.toHaveBeenCalled();
    fsync.mockRestore();
    await close();
  });

  test('belongs to one process, until that ends in whatever way', async () => {
    const directory = made.path;
    const other = fork(holder, [directory], { execArgv: [] });
    await once(other, 'message');
    await refused(directory);
    other.kill('SIGKILL');
    await once(other, 'exit');
    const { close } = await openDatabase({ directory });
    await refused(directory);
    await close();
    await close();
    await openDatabase({ directory }).then((database) => database.close());
  });

  test('lets other work go on between its queries', async () => {
    const { pool, close } = await openDatabase({ memory: true });
    let turns = 0;
    const timer = setInterval(() => (turns += 1));
    for (let number = 1; number <= 500; number += 1) await pool.query('SELECT 1');
    clearInterval(timer);
    expect(turns).toBeGreaterThan(10);
    await close();
  });

  test('undoes a transaction that failed, and goes on', async () => {
    const { db, pool, close } = await openDatabase({ memory: true });
    await pool.query('CREATE TABLE note (number int)');
    const failing = db.transaction(async (transaction) => {
      await transaction.execute('INSERT INTO note VALUES (1)');
      await transaction.execute('INSERT INTO nowhere VALUES (1)');
    });
    await expect(failing).rejects.toMatchObject({ cause: { code: '42P01' } });
    expect((await pool.query('SELECT * FROM note')).rows).toEqual([]);
    await close();
  });
});
