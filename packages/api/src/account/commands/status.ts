import {
  countOnDuty,
  endSessions,
  clearAttempts,
  clearWrongCodes,
  lockAccounts,
  removeSecondFactor,
  setDisabled,
  setPassword,
  type AccountRow,
} from '@gongkai/db/account';
import { hashPassword } from 'better-auth/crypto';
import { record } from '../../audit/record.ts';
import type { Actor } from '../../common/actor.ts';
import { inTransaction, type Dependencies } from '../../common/dependencies.ts';
import { ApiError } from '../../common/errors.ts';
import { requireOther } from '../assignments.ts';
import { oneTimePassword } from '../one-time-password.ts';
import { fixed } from '../auth/policy.ts';
import type { AccountRef, OneTimePassword } from '../schemas.ts';
import type { Duty } from '../../common/roles.ts';

const accountAdministrator: Duty = 'securityAdministrator';

/** Requires that at least one account can administer accounts. @throws {ApiError} last_security_administrator */
export async function assertSecurityAdministrator({ db }: Pick<Dependencies, 'db'>): Promise<void> {
  if ((await countOnDuty(db, accountAdministrator)) === 0) throw new ApiError('last_security_administrator');
}

/** Disables an account and ends its sessions immediately. */
export async function disableAndSignOut({ db, clock }: Dependencies, { id, disabledAt }: AccountRow): Promise<void> {
  await setDisabled(db, id, disabledAt ?? clock());
  await endSessions(db, id);
}

/** @throws {ApiError} not_found, own_account, last_security_administrator */
export function disable(deps: Dependencies, actor: Actor, { id }: AccountRef): Promise<void> {
  return change(deps, actor, id, 'account.disable', async (deps, account) => {
    await disableAndSignOut(deps, account);
    await assertSecurityAdministrator(deps);
  });
}

/** @throws {ApiError} not_found, own_account */
export function enable(deps: Dependencies, actor: Actor, { id }: AccountRef): Promise<void> {
  return change(deps, actor, id, 'account.enable', ({ db }) => setDisabled(db, id, null));
}

/** Ends a lock before its time. @throws {ApiError} not_found, own_account */
export function unlock(deps: Dependencies, actor: Actor, { id }: AccountRef): Promise<void> {
  return change(deps, actor, id, 'account.unlock', clearLoginFailures);
}

/**
 * Sets a password that must be changed at the next sign-in, ends the sessions, and ends a lock.
 * @throws {ApiError} not_found, own_account
 */
export async function resetPassword(deps: Dependencies, actor: Actor, { id }: AccountRef): Promise<OneTimePassword> {
  const password = oneTimePassword();
  const hash = await hashPassword(password);
  return change(deps, actor, id, 'account.resetPassword', async (deps, account) => {
    await setPassword(deps.db, id, { hash, at: deps.clock(), mustChange: true }, fixed.formerPasswords);
    await endSessions(deps.db, id);
    await clearLoginFailures(deps, account);
    return { id, username: account.username, password };
  });
}

/** Removes a second factor whose device is lost, and ends the sessions. @throws {ApiError} not_found, own_account */
export function resetSecondFactor(deps: Dependencies, actor: Actor, { id }: AccountRef): Promise<void> {
  return change(deps, actor, id, 'account.resetSecondFactor', async ({ db }) => {
    if (!(await removeSecondFactor(db, id))) throw new ApiError('not_found', '这个账号没有绑定动态验证码');
    await endSessions(db, id);
  });
}

async function clearLoginFailures({ db }: Dependencies, { id, username }: AccountRow): Promise<void> {
  await clearAttempts(db, username);
  await clearWrongCodes(db, id);
}

/** Changes another person's account with an entry in the audit trail; changes are made one after the other. */
function change<T>(
  deps: Dependencies,
  actor: Actor,
  id: string,
  action: string,
  steps: (deps: Dependencies, account: AccountRow) => Promise<T>,
): Promise<T> {
  return inTransaction(deps, async (deps) => {
    await lockAccounts(deps.db);
    const account = await requireOther(deps, actor, id);
    const result = await steps(deps, account);
    await record(deps, actor, { action, before: { username: account.username, name: account.name } });
    return result;
  });
}
