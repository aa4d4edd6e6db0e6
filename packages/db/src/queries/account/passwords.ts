import { and, desc, eq, notInArray } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { accountState, formerPassword } from '../../tables/account-state.ts';
import { account } from '../../tables/auth.ts';

const credential = 'credential';

/** The hash of the password in use, as better-auth made it. */
export async function getPasswordHash(db: Database, userId: string): Promise<string | undefined> {
  const [found] = await db
    .select({ hash: account.password })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, credential)));
  return found?.hash ?? undefined;
}

/** The hashes of the last passwords, the one in use first. */
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
  /** Given by somebody else: to be changed by its owner before anything else. */
  readonly mustChange: boolean;
}

/** Puts a password in the place of the one in use. @param kept how many hashes are remembered */
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
