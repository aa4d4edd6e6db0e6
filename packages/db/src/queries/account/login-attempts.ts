import { and, eq, lt, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { signInFailure } from '../../tables/account-state.ts';

/** What failures are counted by. */
export interface AttemptKey {
  readonly username: string;
  /** Where the try comes from; empty for all unknown devices together. */
  readonly source: string;
}

export interface LockRule {
  /** Failures that lock. */
  readonly failures: number;
  readonly lockedUntil: Date;
  readonly now: Date;
  /** Failures older than this are forgotten. */
  readonly forgetBefore: Date;
}

/**
 * Counts a try as failed before its password is looked at, in one step: of any number at once, in any number of
 * processes, no more than the rule allows go on. One that succeeds is taken back with `undoAttempt`.
 * @returns whether the try may go on, and how many failures there would be with it
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

/** Locks a source until a time, however long it was locked before. */
export async function lockAttempts(db: Database, { username, source }: AttemptKey, lockedUntil: Date): Promise<void> {
  await db
    .update(signInFailure)
    .set({ lockedUntil })
    .where(and(eq(signInFailure.username, username), eq(signInFailure.source, source)));
}

/** Takes a try back that was no failure, where others go on being counted. */
export async function undoAttempt(db: Database, { username, source }: AttemptKey): Promise<void> {
  await db
    .update(signInFailure)
    .set({ failures: sql`greatest(${signInFailure.failures} - 1, 0)` })
    .where(and(eq(signInFailure.username, username), eq(signInFailure.source, source)));
}

/** Starts counting again, from one source or from all: somebody got in, or was let in. */
export async function clearAttempts(db: Database, username: string, source?: string): Promise<void> {
  const from = source === undefined ? undefined : eq(signInFailure.source, source);
  await db.delete(signInFailure).where(and(eq(signInFailure.username, username), from));
}

/** Clears away what no lock depends on any more: names that nobody has would pile up. */
export async function purgeAttempts(db: Database, lastBefore: Date): Promise<void> {
  await db.delete(signInFailure).where(lt(signInFailure.lastAt, lastBefore));
}
