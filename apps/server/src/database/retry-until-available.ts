import { setTimeout as sleep } from 'node:timers/promises';
import { isUnavailable } from '@gongkai/db';
import { DatabaseUnavailable } from './open-database.ts';
import type { Logger } from '../log/logger.ts';

const FIRST_PAUSE_MS = 250;
const MAX_PAUSE_MS = 5_000;
/** Number of attempts per line in the log. */
const LINE_EVERY = 12;

/** A signal arrived while the database was unavailable. */
export class StartCancelled extends Error {
  override readonly name = 'StartCancelled';
}

export interface WaitingOptions {
  readonly logger: Logger;
  readonly cancelled: AbortSignal;
  /** Called after each failed attempt. */
  readonly onWait: () => void;
}

/**
 * Runs work that requires the database, and retries with growing pauses while it is unavailable, so that a server that
 * starts before its database serves once that is available.
 * @throws {StartCancelled}
 */
export async function retryUntilAvailable<T>(
  work: () => Promise<T>,
  { logger, cancelled, onWait }: WaitingOptions,
): Promise<T> {
  for (let attempt = 1, pause = FIRST_PAUSE_MS; ; attempt += 1, pause = Math.min(pause * 2, MAX_PAUSE_MS)) {
    if (cancelled.aborted) throw new StartCancelled();
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable || isUnavailable(error))) throw error;
      onWait();
      if (attempt % LINE_EVERY === 1)
        logger.warn({ attempt, reason: (error as Error).message }, '数据库还没有就绪，等待并重试');
    }
    await sleep(pause, undefined, { signal: cancelled }).catch(() => undefined);
  }
}
