import {
  addUser,
  countAccounts,
  countOnDuty,
  grantMembership,
  listAccounts,
  listMemberships,
  lockAccounts,
  renameAccount,
  type AccountRow,
  type NamedMembership,
} from '@gongkai/db';
import { hashPassword } from 'better-auth/crypto';
import { ulid } from 'ulid';
import { record } from '../audit/record.ts';
import type { Actor } from '../common/actor.ts';
import { inTransaction, type Dependencies } from '../common/dependencies.ts';
import { ApiError } from '../common/errors.ts';
import { requireAgencies, requireOther, requireSeparateDuties, toHeld, toRows } from './held.ts';
import { oneTimePassword } from './one-time-password.ts';
import {
  duty,
  type AccountDetails,
  type AccountPage,
  type AccountQuery,
  type AccountToCreate,
  type KeptAccount,
  type OneTimePassword,
} from './schemas.ts';

const pageSize = 50;

/** Accounts by user name, fifty at a time. */
export async function list({ db, clock }: Dependencies, { search, state, page }: AccountQuery): Promise<AccountPage> {
  const filter = { search, state, now: clock() };
  const [rows, total, vacantDuties] = await Promise.all([
    listAccounts(db, filter, { limit: pageSize, offset: (page - 1) * pageSize }),
    countAccounts(db, filter),
    vacant({ db }),
  ]);
  const memberships = await listMemberships(
    db,
    rows.map(({ id }) => id),
  );
  const accounts = rows.map((row) =>
    toKept(
      row,
      memberships.filter(({ userId }) => userId === row.id),
      filter.now,
    ),
  );
  return { accounts, total, pageSize, vacantDuties };
}

/**
 * Makes an account for somebody, with a password that must be changed at the first sign-in.
 * @throws {ApiError} name_taken, duties_exclusive, not_found
 */
export async function issue(deps: Dependencies, actor: Actor, input: AccountToCreate): Promise<OneTimePassword> {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  const { username, name, email, ...held } = input;
  requireSeparateDuties(held);
  return inTransaction(deps, async (deps) => {
    await lockAccounts(deps.db);
    await requireAgencies(deps, held);
    const id = await add(deps, { username, name, email, passwordHash, mustChangePassword: true });
    for (const row of toRows(id, held)) await grantMembership(deps.db, row);
    await record(deps, actor, { action: 'account.create', after: { username, name, email, ...held } });
    return { id, username, password };
  });
}

/** A person and the hash of a password. */
export interface Person {
  readonly username: string;
  readonly name: string;
  readonly email: string | null;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
}

/** Adds an account that holds nothing yet. @returns its id @throws {ApiError} name_taken */
export async function add({ db, clock }: Dependencies, { email, ...person }: Person): Promise<string> {
  const id = ulid();
  if (!(await addUser(db, { ...person, id, at: clock(), email: addressOf(person.username, email) })))
    throw new ApiError('name_taken');
  return id;
}

/** Corrects a name or an address. @throws {ApiError} not_found, own_account */
export function update(deps: Dependencies, actor: Actor, { id, name, email }: AccountDetails): Promise<void> {
  return inTransaction(deps, async (deps) => {
    await lockAccounts(deps.db);
    const account = await requireOther(deps, actor, id);
    const { username } = account;
    await renameAccount(deps.db, id, { name, email: addressOf(username, email) });
    const before = { name: account.name, email: realAddress(account) };
    await record(deps, actor, { action: 'account.update', before: { username, ...before }, after: { name, email } });
  });
}

/** better-auth wants an address that is nobody else's; nothing is ever sent to this one. */
const placeholder = (username: string) => `${username}@localhost`;

/** In lower case: so better-auth looks for it. */
const addressOf = (username: string, email: string | null) => email?.toLowerCase() ?? placeholder(username);

function realAddress({ username, email }: Pick<AccountRow, 'username' | 'email'>): string | null {
  return email === placeholder(username) ? null : email;
}

/** Duties without anybody who could sign in. */
async function vacant({ db }: Pick<Dependencies, 'db'>) {
  const numbers = await Promise.all(duty.options.map((held) => countOnDuty(db, held)));
  return duty.options.filter((_, index) => numbers[index] === 0);
}

function toKept(row: AccountRow, memberships: readonly NamedMembership[], now: Date): KeptAccount {
  const { id, username, name, secondFactor, mustChangePassword } = row;
  const lockedUntil = row.lockedUntil !== null && row.lockedUntil > now ? row.lockedUntil.toISOString() : null;
  return {
    ...{ id, username, name, secondFactor, mustChangePassword },
    email: realAddress(row),
    state: row.disabledAt ? 'disabled' : lockedUntil ? 'locked' : 'active',
    lockedUntil,
    ...toHeld(memberships),
    createdAt: row.createdAt.toISOString(),
    lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
  };
}
