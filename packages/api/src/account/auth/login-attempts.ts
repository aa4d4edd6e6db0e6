import {
  recordAttempt,
  endSessions,
  clearAttempts,
  lockAttempts,
  purgeAttempts,
  undoAttempt,
  type LockRule,
  type AttemptKey,
} from '@gongkai/db/account';
import { record } from '../../audit/record.ts';
import type { Actor } from '../../common/actor.ts';
import { inTransaction, type Dependencies } from '../../common/dependencies.ts';
import { ApiError } from '../../common/errors.ts';
import { networkOf } from './network.ts';
import { fixed, minutesBefore, policyOf } from './policy.ts';

/** The source of a login attempt; failures are counted by source. */
export type AttemptSource =
  | { readonly type: 'session'; readonly id: string; readonly userId: string }
  | { readonly type: 'device'; readonly id: string }
  | { readonly type: 'address'; readonly address: string };

/** A login attempt that is in progress. */
export interface LoginAttempt {
  readonly username: string;
  readonly source: AttemptSource;
  /** Consecutive failures from this source, counting this attempt as failed. */
  readonly failures: number;
}

/**
 * Counts an attempt before its password is verified, so that at most five attempts from one source proceed, even when
 * many arrive concurrently in several processes. All unknown addresses together have a limit of their own, which slows
 * guessing from many addresses and does not affect known devices and sessions. User names that do not exist are counted
 * like others.
 *
 * The attempt that reaches the limit locks the source only while its password is verified; `attemptFailed` extends the
 * lock. A process that dies during verification therefore locks nobody out for long.
 * @throws {ApiError} account_locked
 */
export async function startAttempt(deps: Dependencies, username: string, source: AttemptSource): Promise<LoginAttempt> {
  const failures = await charge(deps, { username, source: nameOf(source) }, fixed.failures, fixed.verifySeconds);
  if (source.type === 'address')
    await charge(deps, everyAddress(username), fixed.failuresFromAnywhere, fixed.slowMinutes * 60);
  return { username, source, failures };
}

/** Records that the password was correct. */
export async function attemptSucceeded({ db }: Dependencies, { username, source }: LoginAttempt): Promise<void> {
  await clearAttempts(db, username, nameOf(source));
  if (source.type === 'address') await undoAttempt(db, everyAddress(username));
}

/**
 * Records a wrong password and locks the source after the fifth consecutive failure. Only the session that made the
 * attempt ends, so that no other person can end a user's session.
 * @returns the error that states which of the two happened
 */
export async function attemptFailed(deps: Dependencies, actor: Actor, guess: LoginAttempt): Promise<ApiError> {
  const { username, source, failures } = guess;
  if (failures < fixed.failures) return new ApiError('sign_in_failed');
  return inTransaction(deps, async (deps) => {
    const { lockMinutes } = policyOf(deps);
    await lockAttempts(deps.db, { username, source: nameOf(source) }, minutesBefore(deps.clock(), -lockMinutes));
    if (source.type === 'session') await endSessions(deps.db, source.userId, { only: source.id });
    await purgeAttempts(deps.db, forgottenBefore(deps.clock()));
    const after = { username, source: source.type };
    await record(deps, actor, { action: 'account.lock', outcome: 'account_locked', after });
    return lockedError(lockMinutes);
  });
}

async function charge(deps: Dependencies, key: AttemptKey, maxFailures: number, lockSeconds: number): Promise<number> {
  const now = deps.clock();
  const rule: LockRule = {
    failures: maxFailures,
    lockedUntil: new Date(now.getTime() + lockSeconds * 1000),
    now,
    forgetBefore: forgottenBefore(now),
  };
  const { allowed, failures, lockedUntil } = await recordAttempt(deps.db, key, rule);
  if (allowed) return failures;
  const lockedFor = lockedUntil ? lockedUntil.getTime() - now.getTime() : lockSeconds * 1000;
  throw lockedError(Math.ceil(lockedFor / 60_000));
}

function lockedError(minutes: number): ApiError {
  return new ApiError(
    'account_locked',
    `密码连续输错次数过多，已暂停登录。请 ${Math.max(1, minutes)} 分钟后再试，或者在您登录过的电脑上登录；也可以请安全管理员解锁`,
  );
}

const everyAddress = (username: string): AttemptKey => ({ username, source: '' });

function nameOf(source: AttemptSource): string {
  return source.type === 'address' ? networkOf(source.address) || 'unknown' : `${source.type}:${source.id}`;
}

function forgottenBefore(now: Date): Date {
  return minutesBefore(now, fixed.failuresKeptHours * 60);
}
