import type { Pool } from 'pg';
import type { OpenDatabase } from './open-database.ts';
import { createPostgresPool } from './postgres.ts';

/** Maximum milliseconds to wait for the result of a probe. */
const LIMIT_MS = 1_500;
/** Milliseconds for which an embedded database counts as busy, not unavailable, during long work such as a backup. */
const MAX_WORK_MS = 60_000;

/** Reports whether a database answers and accepts writes, always within 1.5 seconds. */
export interface Probe {
  answers(): Promise<boolean>;
  /** Whether the database answers and is not a standby. After `noteDiskFull` it must also accept a test write. */
  writes(): Promise<boolean>;
  /** Records that a write failed because the disk was full. */
  noteDiskFull(): void;
  close(): Promise<void>;
}

/**
 * Probes a server by a separate connection that other work cannot occupy, and an embedded database by its only
 * connection.
 */
export function createProbe(place: { readonly url: string } | Pick<OpenDatabase, 'pool'>): Probe {
  const own = 'url' in place;
  const pool = own
    ? createPostgresPool(place.url, {
        limits: { connections: 2, connectMs: LIMIT_MS, statementMs: 1_000, lockMs: 1_000, keepIdle: true },
        onError: () => undefined,
      })
    : place.pool;
  let diskFull = false;
  let answeredAt = performance.now();

  const isBusy = () => !own && performance.now() - answeredAt < MAX_WORK_MS;
  const ask = once(async () => {
    const { rows } = await pool.query<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby');
    answeredAt = performance.now();
    return !rows[0]!.standby;
  });
  const write = once(async () => {
    if (diskFull) await writeAndUndo(pool);
    diskFull = false;
    return true;
  });
  return {
    answers: () =>
      within(
        ask().then(() => true),
        isBusy,
      ),
    writes: () =>
      within(
        ask().then((is) => is && write()),
        () => isBusy() && !diskFull,
      ),
    noteDiskFull: () => void (diskFull = true),
    close: async () => {
      if (own) await pool.end();
    },
  };
}

/** Shares one query among concurrent callers. */
function once(ask: () => Promise<boolean>): () => Promise<boolean> {
  let underWay: Promise<boolean> | undefined;
  return () => (underWay ??= ask().finally(() => (underWay = undefined)));
}

/** Returns the result within the limit; false for an error. */
async function within(answer: Promise<boolean>, otherwise: () => boolean): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(otherwise()), LIMIT_MS);
  });
  return Promise.race([answer.catch(() => false), late]).finally(() => clearTimeout(timer));
}

/** Writes and rolls back a table, which needs disk space for the table and its log. */
async function writeAndUndo(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`CREATE TABLE probe AS SELECT repeat(md5(n::text), 200) FROM generate_series(1, 100) AS n`);
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
    client.release();
  }
}
