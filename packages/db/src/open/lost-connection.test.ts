import { freshDatabase } from '@gongkai/tooling-vitest/postgres';
import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { relayTo, type Relay } from '../testing/relay.ts';
import { openDatabase, type OpenDatabase } from './open-database.ts';
import { isUnavailable } from './unavailable.ts';

const limits = { connections: 2, connectMs: 1_000, statementMs: 300, lockMs: 200, idleTransactionMs: 300 };

/** Returns the error of a promise. */
const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a PostgreSQL server', { timeout: 30_000 }, async () => {
  const { url, drop } = await freshDatabase();
  afterAll(drop);
  let relay: Relay;
  let database: OpenDatabase;
  beforeEach(async () => {
    relay = await relayTo(url);
    database = await openDatabase({ url: relay.url, limits, onError: () => undefined });
    await database.pool.query('CREATE TABLE IF NOT EXISTS note (number int); TRUNCATE note');
  });
  afterEach(async () => {
    relay.thaw();
    await database.close();
    await relay.close();
  });

  const answers = async () => (await database.pool.query<{ one: number }>('SELECT 1 AS one')).rows[0]!.one;

  /** Inserts a row in a transaction, and runs `before` before the commit. */
  const transaction = (before: () => unknown) =>
    database.db.transaction(async (db) => {
      await db.execute(sql`INSERT INTO note VALUES (1)`);
      await before();
      await db.execute(sql`INSERT INTO note VALUES (2)`);
    });

  async function asOther(statement: string): Promise<void> {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(statement);
    await client.end();
  }

  it('may end a connection between two statements of a transaction: that fails, and nothing else', async () => {
    const terminate = () =>
      asOther(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()`,
      );
    for (let round = 0; round < 5; round += 1) expect(isUnavailable(await failure(transaction(terminate)))).toBe(true);
    expect(await answers()).toBe(1);
    expect((await database.pool.query('SELECT * FROM note')).rows).toEqual([]);
  });

  it('may be cut off in the middle of a statement or between two', async () => {
    const sleeping = failure(database.pool.query('SELECT pg_sleep(0.2)'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    relay.cut();
    expect(isUnavailable(await sleeping)).toBe(true);
    expect(isUnavailable(await failure(transaction(() => relay.cut())))).toBe(true);
    expect(await answers()).toBe(1);
  });

  it('may stop answering: every wait ends, no connection is used up, and none goes on with an open transaction', async () => {
    await answers();
    const underWay = failure(transaction(() => relay.freeze()));
    expect(isUnavailable(await underWay)).toBe(true);
    // Starts more transactions than the pool has connections, while not even BEGIN is answered.
    for (let round = 0; round < 2; round += 1)
      for (const error of await Promise.all([1, 2].map(() => failure(transaction(() => undefined)))))
        expect(isUnavailable(error)).toBe(true);
    relay.thaw();
    await expect.poll(answers, { timeout: 5_000 }).toBe(1);
    expect((await database.pool.query('SELECT * FROM note')).rows).toEqual([]);
    await transaction(() => undefined);
    expect((await database.pool.query('SELECT * FROM note')).rowCount).toBe(2);
  });

  it('may be unavailable: a short outage is waited for, a long one is reported immediately', async () => {
    await relay.close();
    const port = Number(new URL(relay.url).port);
    await expect.poll(() => database.pool.totalCount).toBe(0);
    const start = performance.now();
    expect(isUnavailable(await failure(answers()))).toBe(true);
    expect(performance.now() - start).toBeGreaterThan(500);
    const again = performance.now();
    expect(isUnavailable(await failure(answers()))).toBe(true);
    expect(performance.now() - again).toBeLessThan(400);
    relay = await relayTo(url, port);
    expect(await answers()).toBe(1);
    await relay.close();
    await expect.poll(() => database.pool.totalCount).toBe(0);
    const waiting = answers();
    await new Promise((resolve) => setTimeout(resolve, 200));
    relay = await relayTo(url, port);
    expect(await waiting).toBe(1);
  });

  it('ends a statement, a wait for a lock and an idle transaction that take too long', async () => {
    const coded = async (work: Promise<unknown>) =>
      ((await failure(work)) as { cause?: { code: string }; code?: string } | undefined)?.code;
    expect(await coded(database.pool.query('SELECT pg_sleep(5)'))).toBe('57014');
    const holder = new Client({ connectionString: url });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE note');
    expect(await coded(database.pool.query('SELECT * FROM note'))).toBe('55P03');
    await holder.end();
    const idle = failure(transaction(() => new Promise((resolve) => setTimeout(resolve, 800))));
    expect(isUnavailable(await idle)).toBe(true);
    expect(await answers()).toBe(1);
  });
});
