import { eq, lt, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { signInTry } from '../tables/account-state.ts';

export type SignInTry = typeof signInTry.$inferSelect;

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
 * processes, no more than the rule allows go on. One that succeeds is taken back with `forgetTries`.
 * @returns whether the try may go on, and how many failures there would be with it
 */
export async function chargeTry(
  db: Database,
  username: string,
  { failures, lockedUntil, now, forgetBefore }: LockRule,
): Promise<{ allowed: boolean; failures: number; lockedUntil: Date | null }> {
  const at = (moment: Date) => sql`${moment.toISOString()}::timestamptz`;
  const isLocked = sql`${signInTry.lockedUntil} > ${at(now)}`;
  const isOld = sql`(${signInTry.lockedUntil} <= ${at(now)} or ${signInTry.lastAt} < ${at(forgetBefore)})`;
  const next = sql`case when ${isLocked} then ${signInTry.failures} + 1 when ${isOld} then 1 else ${signInTry.failures} + 1 end`;
  const first = failures <= 1 ? lockedUntil : null;
  const [counted] = await db
    .insert(signInTry)
    .values({ username, failures: 1, lastAt: now, lockedUntil: first })
    .onConflictDoUpdate({
      target: signInTry.username,
      set: {
        failures: next,
        lastAt: now,
        lockedUntil: sql`case when ${isLocked} then ${signInTry.lockedUntil} when (${next}) >= ${failures} then ${at(lockedUntil)} end`,
      },
    })
    .returning();
  return { ...counted!, allowed: counted!.failures <= failures };
}

/** The tries of a name as they stand. */
export async function getTries(db: Database, username: string): Promise<SignInTry | undefined> {
  const [found] = await db.select().from(signInTry).where(eq(signInTry.username, username));
  return found;
}

/** Starts counting anew: somebody got in, or was let in. */
export async function forgetTries(db: Database, username: string): Promise<void> {
  await db.delete(signInTry).where(eq(signInTry.username, username));
}

/** Clears away what no lock depends on any more: names that nobody has would pile up. */
export async function sweepTries(db: Database, lastBefore: Date): Promise<void> {
  await db.delete(signInTry).where(lt(signInTry.lastAt, lastBefore));
}
