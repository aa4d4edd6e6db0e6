import { addUser, grantMembership, lockAccounts, renameAccount, type AccountRow } from '@gongkai/db/account';
import { hashPassword } from 'better-auth/crypto';
import { ulid } from 'ulid';
import { record } from '../../audit/record.ts';
import { installation, type Actor, type Grant } from '../../common/actor.ts';
import { inTransaction, type Dependencies } from '../../common/dependencies.ts';
import { ApiError } from '../../common/errors.ts';
import { requireAgencies, requireOther, requireSeparateDuties, toRows } from '../assignments.ts';
import { oneTimePassword } from '../one-time-password.ts';
import type { AccountDetails, AccountToCreate, NewAccount, OneTimePassword } from '../schemas.ts';
import type { Duty } from '../../common/roles.ts';

/**
 * Creates an account with a password that must be changed at the first sign-in.
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

/** Adds an account without roles and duties. @returns its id @throws {ApiError} name_taken */
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

/** better-auth requires a unique e-mail address; no mail is ever sent to this one. */
const placeholder = (username: string) => `${username}@localhost`;

/** The address is in lower case because better-auth searches for it so. */
const addressOf = (username: string, email: string | null) => email?.toLowerCase() ?? placeholder(username);

export function realAddress({ username, email }: Pick<AccountRow, 'username' | 'email'>): string | null {
  return email === placeholder(username) ? null : email;
}

/**
 * Creates an account with a password that its owner knows, with roles and duties, for a command of the installation.
 * @returns its id
 * @throws {ApiError} name_taken, duties_exclusive
 */
export function create(
  deps: Dependencies,
  account: NewAccount,
  grants: readonly Grant[],
  duties: readonly Duty[] = [],
): Promise<string> {
  return inTransaction(deps, async (deps) => {
    const id = await addWithGrants(deps, account, grants, duties);
    const { username, name } = account;
    await record(deps, installation, { action: 'account.create', after: { username, name, grants, duties } });
    return id;
  });
}

/** Adds an account with its roles and duties, without an entry in the audit trail. */
export async function addWithGrants(
  deps: Dependencies,
  { username, name, password }: NewAccount,
  grants: readonly Grant[],
  duties: readonly Duty[],
): Promise<string> {
  requireSeparateDuties({ grants, duties });
  const passwordHash = await hashPassword(password);
  const id = await add(deps, { username, name, email: null, passwordHash, mustChangePassword: false });
  for (const row of toRows(id, { grants, duties })) await grantMembership(deps.db, row);
  return id;
}
