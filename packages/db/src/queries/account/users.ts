import { eq } from 'drizzle-orm';
import { ulid } from 'ulid';
import type { Database } from '../../database.ts';
import { accountState } from '../../tables/account-state.ts';
import { account, user } from '../../tables/auth.ts';
import { rememberPassword } from './passwords.ts';

/** Returns whether any account exists. */
export async function hasUsers(db: Database): Promise<boolean> {
  const found = await db.select({ id: user.id }).from(user).limit(1);
  return found.length > 0;
}

/** The attributes of a person that others may see. */
export type UserName = Pick<typeof user.$inferSelect, 'id' | 'name' | 'username'>;

export async function getUser(db: Database, id: string): Promise<UserName | undefined> {
  const { name, username } = user;
  const [found] = await db.select({ id: user.id, name, username }).from(user).where(eq(user.id, id));
  return found;
}

/** A person who signs in by user name and password. */
export interface NewUser {
  id: string;
  /** In lower case. */
  username: string;
  name: string;
  email: string;
  /** As better-auth hashed it. */
  passwordHash: string;
  /** When the password was set; by default now. */
  at?: Date;
  /** Whether another person set the password. */
  mustChangePassword?: boolean;
}

/** @returns whether the user name was free */
export async function addUser(
  db: Database,
  { passwordHash, at = new Date(), mustChangePassword = false, ...person }: NewUser,
): Promise<boolean> {
  return db.transaction(async (transaction) => {
    const [added] = await transaction
      .insert(user)
      .values({ ...person, displayUsername: person.username, createdAt: at })
      .onConflictDoNothing()
      .returning({ id: user.id });
    if (!added) return false;
    await transaction.insert(account).values({
      id: ulid(),
      accountId: person.id,
      providerId: 'credential',
      userId: person.id,
      password: passwordHash,
    });
    await transaction.insert(accountState).values({ userId: person.id, passwordChangedAt: at, mustChangePassword });
    await rememberPassword(transaction, person.id, passwordHash, at);
    return true;
  });
}
