import { and, desc, eq, gt, lt, ne, type SQL } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { session, twoFactor, user } from '../../tables/auth.ts';

/**
 * A session without its token, so that a reader cannot use it. This program writes `updatedAt`; better-auth does not.
 */
export type SessionRow = {
  id: string;
  userId: string;
  createdAt: Date;
  /** When it was last used. */
  updatedAt: Date;
  expiresAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
  method: string | null;
};

const columns = {
  id: session.id,
  userId: session.userId,
  createdAt: session.createdAt,
  updatedAt: session.updatedAt,
  expiresAt: session.expiresAt,
  ipAddress: session.ipAddress,
  userAgent: session.userAgent,
  method: session.method,
};

/** Lists the active sessions of an account, the most recently used first. */
export function listSessions(db: Database, userId: string, now: Date, usedAfter: Date): Promise<SessionRow[]> {
  return db
    .select(columns)
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, now), gt(session.updatedAt, usedAfter)))
    .orderBy(desc(session.updatedAt));
}

/** Records the use of a session, at intervals so that not every call writes. */
export async function touchSession(db: Database, id: string, now: Date, notSince: Date): Promise<void> {
  await db
    .update(session)
    .set({ updatedAt: now })
    .where(and(eq(session.id, id), lt(session.updatedAt, notSince)));
}

/** Ends a session that was not used since a moment. @returns the ended session */
export async function endIdleSession(db: Database, token: string, unusedSince: Date): Promise<SessionRow | undefined> {
  const [ended] = await db
    .delete(session)
    .where(and(eq(session.token, token), lt(session.updatedAt, unusedSince)))
    .returning(columns);
  return ended;
}

/** Ends sessions of an account: all, one, or all but one. @returns the number of ended sessions */
export async function endSessions(
  db: Database,
  userId: string,
  { only, except }: { only?: string; except?: string | undefined } = {},
): Promise<number> {
  const which: (SQL | undefined)[] = [
    only === undefined ? undefined : eq(session.id, only),
    except === undefined ? undefined : ne(session.id, except),
  ];
  const ended = await db
    .delete(session)
    .where(and(eq(session.userId, userId), ...which))
    .returning({ id: session.id });
  return ended.length;
}

/** Removes the second factor of an account. @returns whether it had one */
export async function removeSecondFactor(transaction: Database, userId: string): Promise<boolean> {
  const removed = await transaction.delete(twoFactor).where(eq(twoFactor.userId, userId)).returning();
  await transaction.update(user).set({ twoFactorEnabled: false }).where(eq(user.id, userId));
  return removed.length > 0;
}

/** Resets the count of wrong codes. */
export async function clearWrongCodes(db: Database, userId: string): Promise<void> {
  await db.update(twoFactor).set({ failedVerificationCount: 0, lockedUntil: null }).where(eq(twoFactor.userId, userId));
}
