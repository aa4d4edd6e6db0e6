import { and, eq, lt, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { signInFailure } from '../../tables/account-state.ts';

/** Failures are counted by user name and source. */
export interface AttemptKey {
  readonly username: string;
  /** The source of the attempt; empty for all unknown devices together. */
  readonly source: string;
}

export interface LockRule {
  /** Number of failures that locks the source. */
  readonly failures: number;
  readonly lockedUntil: Date;
  readonly now: Date;
  /** Failures older than this are forgotten. */
  readonly forgetBefore: Date;
}

/**
 * Counts an attempt as failed before its password is verified, in one statement, so that no more attempts proceed than
 * the limit allows, even if they arrive concurrently in several processes. A successful attempt is undone with
 * `undoAttempt`.
 * @returns whether the attempt may proceed, and the number of failures including it
 */
export async function recordAttempt(
  db: Database,
  { username, source }: AttemptKey,
  { failures, lockedUntil, now, forgetBefore }: LockRule,
): Promise<{ allowed: boolean; failures: number; lockedUntil: Date | null }> {
  const at = (moment: Date) => sql`${moment.toISOString()}::timestamptz`;
  const isLocked = sql`${signInFailure.lockedUntil} > ${at(now)}`;
  const isOld = sql`(${signInFailure.lockedUntil} <= ${at(now)} or ${signInFailure.lastAt} < ${at(forgetBefore)})`;
  const next = sql`case when ${isLocked} then ${signInFailure.failures} + 1 when ${isOld} then 1 else ${signInFailure.failures} + 1 end`;
  const first = failures <= 1 ? lockedUntil : null;
  const [counted] = await db
    .insert(signInFailure)
    .values({ username, source, failures: 1, lastAt: now, lockedUntil: first })
    .onConflictDoUpdate({
      target: [signInFailure.username, signInFailure.source],
      set: {
        failures: next,
        lastAt: now,
        lockedUntil: sql`case when ${isLocked} then ${signInFailure.lockedUntil} when (${next}) >= ${failures} then ${at(lockedUntil)} end`,
      },
    })
    .returning();
  return { ...counted!, allowed: counted!.failures <= failures };
}

/** Locks a source until a time and replaces an earlier lock. */
export async function lockAttempts(db: Database, { username, source }: AttemptKey, lockedUntil: Date): Promise<void> {
  await db
    .update(signInFailure)
    .set({ lockedUntil })
    .where(and(eq(signInFailure.username, username), eq(signInFailure.source, source)));
}

/** Undoes one attempt that was not a failure; the other failures remain counted. */
export async function undoAttempt(db: Database, { username, source }: AttemptKey): Promise<void> {
  await db
    .update(signInFailure)
    .set({ failures: sql`greatest(${signInFailure.failures} - 1, 0)` })
    .where(and(eq(signInFailure.username, username), eq(signInFailure.source, source)));
}

/** Resets the count of one source or of all sources, after a sign-in or when an administrator ends the lock. */
export async function clearAttempts(db: Database, username: string, source?: string): Promise<void> {
  const from = source === undefined ? undefined : eq(signInFailure.source, source);
  await db.delete(signInFailure).where(and(eq(signInFailure.username, username), from));
}

/** Deletes failures that no lock depends on any more, because names that do not exist would accumulate. */
export async function purgeAttempts(db: Database, lastBefore: Date): Promise<void> {
  await db.delete(signInFailure).where(lt(signInFailure.lastAt, lastBefore));
}
