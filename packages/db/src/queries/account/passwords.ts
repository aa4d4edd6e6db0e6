import { and, desc, eq, notInArray } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { accountState, formerPassword } from '../../tables/account-state.ts';
import { account } from '../../tables/auth.ts';

const credential = 'credential';

/** Returns better-auth's hash of the current password. */
export async function getPasswordHash(db: Database, userId: string): Promise<string | undefined> {
  const [found] = await db
    .select({ hash: account.password })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, credential)));
  return found?.hash ?? undefined;
}

/** Lists the hashes of the last passwords, the current one first. */
export async function listPasswordHashes(db: Database, userId: string, limit: number): Promise<string[]> {
  const found = await db
    .select({ hash: formerPassword.hash })
    .from(formerPassword)
    .where(eq(formerPassword.userId, userId))
    .orderBy(desc(formerPassword.at))
    .limit(limit);
  return found.map(({ hash }) => hash);
}

export interface NewPassword {
  readonly hash: string;
  readonly at: Date;
  /** Whether another person set the password, so that its owner must change it before any other action. */
  readonly mustChange: boolean;
}

/** Replaces the current password. @param kept number of former hashes that are kept */
export async function setPassword(
  transaction: Database,
  userId: string,
  { hash, at, mustChange }: NewPassword,
  kept: number,
): Promise<void> {
  await transaction
    .update(account)
    .set({ password: hash })
    .where(and(eq(account.userId, userId), eq(account.providerId, credential)));
  await transaction
    .update(accountState)
    .set({ passwordChangedAt: at, mustChangePassword: mustChange })
    .where(eq(accountState.userId, userId));
  await rememberPassword(transaction, userId, hash, at);
  const recent = transaction
    .select({ at: formerPassword.at })
    .from(formerPassword)
    .where(eq(formerPassword.userId, userId))
    .orderBy(desc(formerPassword.at))
    .limit(kept);
  await transaction
    .delete(formerPassword)
    .where(and(eq(formerPassword.userId, userId), notInArray(formerPassword.at, recent)));
}

export async function rememberPassword(db: Database, userId: string, hash: string, at: Date): Promise<void> {
  await db
    .insert(formerPassword)
    .values({ userId, hash, at })
    .onConflictDoUpdate({ target: [formerPassword.userId, formerPassword.at], set: { hash } });
}
