import { and, asc, count, eq, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { accountState, signInFailure } from '../../tables/account-state.ts';
import { user } from '../../tables/auth.ts';
import { membership } from '../../tables/membership.ts';

/** An account as security administrators see it. */
export type AccountRow = {
  id: string;
  username: string;
  name: string;
  email: string;
  secondFactor: boolean;
  createdAt: Date;
  disabledAt: Date | null;
  passwordChangedAt: Date;
  mustChangePassword: boolean;
  lastSignInAt: Date | null;
  /** The latest end of the account's locks; may be in the past. */
  lockedUntil: Date | null;
};

export interface AccountFilter {
  /** Part of the user name or of the name. */
  readonly search?: string | undefined;
  readonly state?: 'active' | 'disabled' | 'locked' | undefined;
  /** The current moment, with which locks are compared. */
  readonly now: Date;
}

/** Advisory lock, with an arbitrary unique number, so that accounts are changed one after the other. */
const ACCOUNTS_LOCK = 4_961_720_242;

/**
 * Serialises changes of accounts until the end of the transaction, so that data read after it, such as the other
 * administrators, is still valid at the time of writing.
 */
export async function lockAccounts(transaction: Database): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(${ACCOUNTS_LOCK})`);
}

/** Lists accounts by user name. */
export function listAccounts(
  db: Database,
  filter: AccountFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<AccountRow[]> {
  return accounts(db, conditionOf(filter)).orderBy(asc(user.username)).limit(limit).offset(offset);
}

export async function countAccounts(db: Database, filter: AccountFilter): Promise<number> {
  const [found] = await db
    .select({ number: count() })
    .from(user)
    .innerJoin(accountState, eq(accountState.userId, user.id))
    .where(conditionOf(filter));
  return found!.number;
}

export async function getAccount(db: Database, id: string): Promise<AccountRow | undefined> {
  const [found] = await accounts(db, eq(user.id, id));
  return found;
}

/** Finds an account by user name or by its e-mail address. */
export async function findAccount(
  db: Database,
  by: { username: string } | { email: string },
): Promise<AccountRow | undefined> {
  const condition = 'username' in by ? eq(user.username, by.username) : eq(user.email, by.email.toLowerCase());
  const [found] = await accounts(db, condition);
  return found;
}

/** Counts the accounts that can sign in and hold a duty. */
export async function countOnDuty(db: Database, duty: string): Promise<number> {
  const [found] = await db
    .select({ number: count() })
    .from(membership)
    .innerJoin(accountState, eq(accountState.userId, membership.userId))
    .where(and(isNull(membership.agencyId), eq(membership.role, duty), isNull(accountState.disabledAt)));
  return found!.number;
}

export async function renameAccount(db: Database, id: string, changes: { name: string; email: string }): Promise<void> {
  await db.update(user).set(changes).where(eq(user.id, id));
}

export async function setDisabled(db: Database, userId: string, disabledAt: Date | null): Promise<void> {
  await db.update(accountState).set({ disabledAt }).where(eq(accountState.userId, userId));
}

export async function noteSignIn(db: Database, userId: string, lastSignInAt: Date): Promise<void> {
  await db.update(accountState).set({ lastSignInAt }).where(eq(accountState.userId, userId));
}

/** The latest end of an account's locks. */
const lockedUntil = sql`(select max(${signInFailure.lockedUntil}) from ${signInFailure} where ${signInFailure.username} = ${user.username})`;

function accounts(db: Database, where: SQL | undefined) {
  return db
    .select({
      id: user.id,
      username: sql<string>`coalesce(${user.username}, '')`,
      name: user.name,
      email: user.email,
      secondFactor: sql<boolean>`coalesce(${user.twoFactorEnabled}, false)`,
      createdAt: user.createdAt,
      disabledAt: accountState.disabledAt,
      passwordChangedAt: accountState.passwordChangedAt,
      mustChangePassword: accountState.mustChangePassword,
      lastSignInAt: accountState.lastSignInAt,
      lockedUntil: sql<Date | null>`${lockedUntil}`.mapWith(signInFailure.lockedUntil),
    })
    .from(user)
    .innerJoin(accountState, eq(accountState.userId, user.id))
    .where(where)
    .$dynamic();
}

function conditionOf({ search, state, now }: AccountFilter): SQL | undefined {
  const contains = (column: typeof user.name | typeof user.username) =>
    sql`strpos(lower(${column}), lower(${search ?? ''})) > 0`;
  const isLocked = sql`${lockedUntil} > ${now.toISOString()}::timestamptz`;
  return and(
    search === undefined ? undefined : or(contains(user.username), contains(user.name)),
    state === 'disabled' ? isNotNull(accountState.disabledAt) : undefined,
    state === 'locked' ? isLocked : undefined,
    state === 'active' ? isNull(accountState.disabledAt) : undefined,
  );
}
