import { chargeTry, endSessions, findAccount, forgetTries, sweepTries } from '@gongkai/db';
import { record } from '../audit/record.ts';
import type { Actor } from '../common/actor.ts';
import { inTransaction, type Dependencies } from '../common/dependencies.ts';
import { ApiError } from '../common/errors.ts';
import { fixed, minutesBefore, policyOf } from './policy.ts';

/** A try to sign in that is under way. */
export interface Try {
  readonly username: string;
  /** Failures in a row, if this one fails too. */
  readonly failures: number;
}

/**
 * Counts a try, before the password is looked at: as many as come at once, in as many processes, no more than five go
 * on. Names that nobody has are counted like others.
 * @throws {ApiError} account_locked
 */
export async function beginTry(deps: Dependencies, username: string): Promise<Try> {
  const { db, clock } = deps;
  const now = clock();
  const { allowed, failures } = await chargeTry(db, username, {
    failures: fixed.failures,
    lockedUntil: minutesBefore(now, -policyOf(deps).lockMinutes),
    now,
    forgetBefore: forgottenBefore(now),
  });
  if (!allowed) throw new ApiError('account_locked');
  return { username, failures };
}

/** The password was right. */
export async function tryPassed({ db }: Dependencies, { username }: Try): Promise<void> {
  await forgetTries(db, username);
}

/**
 * The password was wrong: the fifth time in a row the account is locked, and its sessions end.
 * @returns the error that tells which
 */
export async function tryFailed(deps: Dependencies, actor: Actor, { username, failures }: Try): Promise<ApiError> {
  if (failures < fixed.failures) return new ApiError('sign_in_failed');
  return inTransaction(deps, async (deps) => {
    const account = await findAccount(deps.db, { username });
    if (account) await endSessions(deps.db, account.id);
    await sweepTries(deps.db, forgottenBefore(deps.clock()));
    await record(deps, actor, { action: 'account.lock', outcome: 'account_locked', after: { username } });
    return new ApiError('account_locked');
  });
}

function forgottenBefore(now: Date): Date {
  return minutesBefore(now, fixed.failuresKeptHours * 60);
}
