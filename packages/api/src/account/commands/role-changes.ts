import { grantMembership, lockAccounts, moveMemberships, revokeMembership } from '@gongkai/db/account';
import { hashPassword } from 'better-auth/crypto';
import { record } from '../../audit/record.ts';
import type { Actor } from '../../common/actor.ts';
import { inTransaction, type Dependencies } from '../../common/dependencies.ts';
import { ApiError } from '../../common/errors.ts';
import { assignmentsOf, requireAgencies, requireOther, requireSeparateDutiesOf, toRows } from '../assignments.ts';
import { add } from './administration.ts';
import { oneTimePassword } from '../one-time-password.ts';
import type { HandedOver, HandOverInput, RoleChange } from '../schemas.ts';
import { assertSecurityAdministrator, disableAndSignOut } from './status.ts';

/**
 * Grants and revokes roles and duties, all of them or none.
 * @throws {ApiError} not_found, own_account, duties_exclusive, last_security_administrator
 */
export function changeRoles(deps: Dependencies, actor: Actor, { id, give, take }: RoleChange): Promise<void> {
  return inTransaction(deps, async (deps) => {
    await lockAccounts(deps.db);
    const { username } = await requireOther(deps, actor, id);
    await requireAgencies(deps, give);
    const before = await assignmentsOf(deps, id);
    for (const row of toRows(id, take)) await revokeMembership(deps.db, row);
    for (const row of toRows(id, give)) await grantMembership(deps.db, row);
    await requireSeparateDutiesOf(deps, id);
    await assertSecurityAdministrator(deps);
    const after = await assignmentsOf(deps, id);
    await record(deps, actor, { action: 'account.changeRoles', before: { username, ...before }, after });
  });
}

/**
 * Transfers all roles and duties of a leaver to a successor and disables the leaver's account.
 * @throws {ApiError} not_found, own_account, name_taken, account_disabled, duties_exclusive
 */
export async function handOver(deps: Dependencies, actor: Actor, { id, to }: HandOverInput): Promise<HandedOver> {
  const password = 'id' in to ? null : oneTimePassword();
  const passwordHash = password === null ? '' : await hashPassword(password);
  return inTransaction(deps, async (deps) => {
    await lockAccounts(deps.db);
    const leaver = await requireOther(deps, actor, id);
    const successorId = 'id' in to ? to.id : await add(deps, { ...to, passwordHash, mustChangePassword: true });
    if (successorId === id) throw new ApiError('invalid_input', '接任人不能是移交人自己，请另选一个账号');
    const successor = await requireOther(deps, actor, successorId);
    if (successor.disabledAt) throw new ApiError('account_disabled', '接任人的账号已停用，请先启用或者另选一个账号');
    const before = await assignmentsOf(deps, id);
    await moveMemberships(deps.db, id, successorId);
    await requireSeparateDutiesOf(deps, successorId);
    await disableAndSignOut(deps, leaver);
    const { username } = successor;
    await record(deps, actor, {
      action: 'account.handOver',
      before: { username: leaver.username, ...before },
      after: { username, name: successor.name, ...(await assignmentsOf(deps, successorId)) },
    });
    return { id: successorId, username, password };
  });
}
