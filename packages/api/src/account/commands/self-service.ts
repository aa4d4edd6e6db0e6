import {
  endIdleSession,
  endSessions,
  getPasswordHash,
  listPasswordHashes,
  setPassword,
  touchSession,
} from '@gongkai/db/account';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { record } from '../../audit/record.ts';
import type { SignedInUser } from '../../common/actor.ts';
import { inTransaction, type Dependencies } from '../../common/dependencies.ts';
import { ApiError } from '../../common/errors.ts';
import { fixed, minutesBefore, policyOf } from '../auth/policy.ts';
import { type PasswordChange, type SessionRef } from '../schemas.ts';
import { startAttempt, attemptFailed, attemptSucceeded, type AttemptSource } from '../auth/login-attempts.ts';

/**
 * Replaces the current password and ends all other sessions. A wrong current password counts as a failed login attempt.
 * @throws {ApiError} account_locked, wrong_password, password_reused
 */
export async function changePassword(
  deps: Dependencies,
  user: SignedInUser,
  { current, password }: PasswordChange,
): Promise<void> {
  const { userId, username } = user;
  const guess = await startAttempt(deps, username, sourceOf(user));
  const inUse = await getPasswordHash(deps.db, userId);
  if (!inUse || !(await verifyPassword({ hash: inUse, password: current }))) {
    const fault = await attemptFailed(deps, user, guess);
    throw fault.code === 'account_locked' ? fault : new ApiError('wrong_password');
  }
  await attemptSucceeded(deps, guess);
  const former = await listPasswordHashes(deps.db, userId, fixed.formerPasswords);
  for (const hash of new Set([inUse, ...former]))
    if (await verifyPassword({ hash, password })) throw new ApiError('password_reused');
  const hash = await hashPassword(password);
  await inTransaction(deps, async (deps) => {
    await setPassword(deps.db, userId, { hash, at: deps.clock(), mustChange: false }, fixed.formerPasswords);
    await endSessions(deps.db, userId, { except: user.session?.id });
    await record(deps, user, { action: 'account.changePassword' });
  });
}

/** Failures of a signed-in user are counted by session, because the session is ended after too many. */
export function sourceOf({ userId, session, address = '' }: SignedInUser): AttemptSource {
  return session ? { type: 'session', id: session.id, userId } : { type: 'address', address };
}

/** Ends one of the user's own sessions. @throws {ApiError} not_found */
export function endSession(deps: Dependencies, user: SignedInUser, { id }: SessionRef): Promise<void> {
  return inTransaction(deps, async (deps) => {
    const ended = await endSessions(deps.db, user.userId, { only: id });
    if (ended === 0) throw new ApiError('not_found', '这个登录已经结束，请刷新列表');
    await record(deps, user, { action: 'account.endSession', after: { ended } });
  });
}

/** Ends all sessions of the user except the current one. */
export function endOtherSessions(deps: Dependencies, user: SignedInUser): Promise<void> {
  return inTransaction(deps, async (deps) => {
    const ended = await endSessions(deps.db, user.userId, { except: user.session?.id });
    await record(deps, user, { action: 'account.endOtherSessions', after: { ended } });
  });
}

/** Ends a session that has been idle for too long. @returns whether it ended the session */
export async function endIfIdle(deps: Dependencies, token: string): Promise<boolean> {
  const unusedSince = minutesBefore(deps.clock(), policyOf(deps).idleMinutes);
  const ended = await endIdleSession(deps.db, token, unusedSince);
  if (ended) await record(deps, { userId: ended.userId }, { action: 'account.idle' });
  return ended !== undefined;
}

/** Records that a session is in use; at intervals, so that not every call writes. */
export async function touch(deps: Dependencies, sessionId: string): Promise<void> {
  const now = deps.clock();
  const often = Math.min(1, policyOf(deps).idleMinutes / 10);
  await touchSession(deps.db, sessionId, now, minutesBefore(now, often));
}
