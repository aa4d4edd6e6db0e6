import { readFile, writeFile } from 'node:fs/promises';
import type { Pool } from 'pg';
import { checkpointDue, vacuumDue } from './upkeep-rules.ts';

const LOOK_EVERY_MS = 1_000;

export interface Upkeep {
  /** Removes dead rows and updates the planner's statistics immediately. */
  maintain(): Promise<void>;
  /** Stops the upkeep after the current work. */
  stop(): Promise<void>;
}

/** Time of the last run, and the bytes of log written up to then. */
interface Mark {
  at: number;
  written: number;
}

/**
 * Replaces PostgreSQL's checkpointer and autovacuum, which PGlite's single-user mode does not have.
 * @param file stores the time of the last vacuum for the next start
 */
export async function startUpkeep(pool: Pool, file: string, onError: (error: Error) => void): Promise<Upkeep> {
  let vacuum = await readMark(file);
  let checkpoint = await markNow(pool);
  let underWay: Promise<void> | undefined;

  const maintain = async () => {
    await pool.query('VACUUM (ANALYZE)');
    await pool.query('CHECKPOINT');
    checkpoint = vacuum = await markNow(pool);
    await writeFile(file, JSON.stringify(vacuum));
  };
  const look = async () => {
    const now = await markNow(pool);
    if (vacuumDue(now.at, now.at - vacuum.at, now.written - vacuum.written)) return maintain();
    if (!checkpointDue(now.at - checkpoint.at, now.written - checkpoint.written)) return;
    await pool.query('CHECKPOINT');
    checkpoint = await markNow(pool);
  };
  const timer = setInterval(() => {
    underWay ??= look()
      .catch(onError)
      .finally(() => (underWay = undefined));
  }, LOOK_EVERY_MS);
  timer.unref();

  const stop = async () => {
    clearInterval(timer);
    await underWay;
  };
  return { maintain, stop };
}

async function markNow(pool: Pool): Promise<Mark> {
  const { rows } = await pool.query<{ bytes: string }>(`SELECT pg_current_wal_insert_lsn() - '0/0' AS bytes`);
  return { at: Date.now(), written: Number(rows[0]?.bytes) };
}

/** Reads the stored mark. If it is missing or damaged, the next vacuum only comes early. */
async function readMark(file: string): Promise<Mark> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    const { at, written } = JSON.parse(text) as Mark;
    if (Number.isFinite(at) && Number.isFinite(written)) return { at, written };
  } catch {
    // A damaged mark is treated as missing.
  }
  return { at: 0, written: 0 };
}
