import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { engines, testDatabase } from '../testing/index.ts';
import type { OpenDatabase } from './open-database.ts';

describe.each(engines)('a connection of %s', (engine) => {
  let database: OpenDatabase;
  beforeEach(async () => void (database = await testDatabase(engine)));
  afterEach(() => database.close());

  it('runs concurrent queries in turn, and continues after one that fails', async () => {
    const warn = vi.spyOn(process, 'emitWarning');
    const client = await database.pool.connect();
    const ask = (value: string) => client.query<{ value: number }>(`SELECT ${value} AS value`);
    const answers = await Promise.allSettled(['1', '2', '1 / 0', '4'].map(ask));
    client.release();
    expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.rows[0]!.value : 'failed'))).toEqual([
      ...[1, 2],
      ...['failed', 4],
    ]);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it('runs a transaction with concurrent queries', async () => {
    const counted = await database.db.transaction((db) =>
      Promise.all(
        [1, 2, 3].map(async (number) => (await db.execute<{ n: number }>(`SELECT ${number} AS n`)).rows[0]!.n),
      ),
    );
    expect(counted).toEqual([1, 2, 3]);
  });
});
