import { getAccount, noteSignIn } from '@gongkai/db/account';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api';
import { record } from '../../audit/record.ts';
import type { Actor } from '../../common/actor.ts';
import type { Dependencies } from '../../common/dependencies.ts';
import { errorCodes, type ErrorCode } from '../../common/error-codes.ts';
import { ApiError } from '../../common/errors.ts';
import { databaseFailed, sayingUnavailable } from './unavailable-database.ts';
import { actorOf, type AuthCall } from './call-origin.ts';
import { knownDevice, rememberDevice } from './known-device.ts';
import { endIfIdle } from '../commands/self-service.ts';
import { fixed, policyOf } from './policy.ts';
import { username as usernameSchema } from '../schemas.ts';
import {
  startAttempt,
  attemptFailed,
  attemptSucceeded,
  type LoginAttempt,
  type AttemptSource,
} from './login-attempts.ts';
import type { SignInMethod } from '../../common/roles.ts';

const paths = {
  signIn: '/sign-in/username',
  signOut: '/sign-out',
  provider: '/sign-in/social',
  callback: '/callback/:id',
  enrol: '/two-factor/enable',
  release: '/two-factor/disable',
  newCodes: '/two-factor/generate-backup-codes',
  code: '/two-factor/verify-totp',
  backupCode: '/two-factor/verify-backup-code',
} as const;

/** The endpoints of better-auth that are enabled. Sign-up and the lookup of user names are not among them. */
const open: ReadonlySet<string> = new Set([...Object.values(paths), '/get-session', '/error']);
/** Endpoints that require a signed-in user to enter the password again. */
const asksAgain: ReadonlySet<string> = new Set([paths.enrol, paths.release, paths.newCodes]);
const secondSteps: ReadonlySet<string> = new Set([paths.code, paths.backupCode]);
/**
 * Endpoints that hash a password or verify a code. They are limited by address, far above the needs of an office behind
 * one address.
 */
const limited: ReadonlySet<string> = new Set([paths.signIn, ...asksAgain, ...secondSteps]);

/** Counts the requests of an address. */
export interface SignInLimit {
  take(address: string): { readonly allowed: boolean; readonly retryAfter: number };
}

/** Maps better-auth's error codes to those of this API, because its messages are in English. */
const ownCodes: Readonly<Record<string, ErrorCode>> = {
  INVALID_USERNAME_OR_PASSWORD: 'sign_in_failed',
  INVALID_PASSWORD: 'wrong_password',
  INVALID_CODE: 'wrong_code',
  INVALID_BACKUP_CODE: 'wrong_code',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'second_step_over',
  INVALID_TWO_FACTOR_COOKIE: 'second_step_over',
  ACCOUNT_TEMPORARILY_LOCKED: 'account_locked',
  UNAUTHORIZED: 'not_signed_in',
};

/** Actions of the audit trail for better-auth's endpoints other than sign-in. */
const recorded: Readonly<Record<string, string>> = {
  [paths.signOut]: 'account.signOut',
  [paths.release]: 'account.releaseSecondFactor',
  [paths.newCodes]: 'account.newBackupCodes',
};

/**
 * The sign-in rules that better-auth does not have: lock-out, expiry of idle sessions, disabled accounts, the audit
 * trail. It must be the last plugin, so that it runs after the second factor.
 */
export function signInGuard(deps: Dependencies, limit: SignInLimit | undefined) {
  /** Login attempts in progress, by their call. */
  const tries = new WeakMap<object, LoginAttempt>();
  /** The user who was signed in before the call. */
  const before = new WeakMap<object, Actor>();

  const enter = createAuthMiddleware(async (ctx) => {
    const { path, context } = ctx;
    if (!open.has(path)) throw new APIError('NOT_FOUND');
    const token = await ctx.getSignedCookie(context.authCookies.sessionToken.name, context.secret);
    if (token) await endIfIdle(deps, token);
    refuseShortcuts(deps, path, ctx.body);
    if (path === '/get-session') return;

    if (limited.has(path)) requireAllowance(limit, actorOf(ctx).address ?? '');

    const session = path === paths.signIn ? null : await getSessionFromCtx(ctx);
    const user = session?.user as { id: string; username?: string } | undefined;
    if (user) before.set(context, { ...actorOf(ctx), userId: user.id, username: user.username ?? '' });
    const typed = path === paths.signIn ? typedName(ctx.body) : undefined;
    const name = typed ?? (asksAgain.has(path) ? user?.username : undefined);
    if (name === undefined) return;
    try {
      tries.set(context, await startAttempt(deps, name, await sourceOf(ctx, name, session)));
    } catch (error) {
      const { code, message } = asOwn(error);
      await record(deps, before.get(context) ?? { ...actorOf(ctx), username: name }, {
        action: path === paths.signIn ? 'account.signIn' : 'account.confirmPassword',
        outcome: code,
      });
      throw toAuthError(code, message);
    }
  });

  const leave = createAuthMiddleware(async (ctx) => {
    const { path, context } = ctx;
    const { returned } = context;
    const failed = isAPIError(returned) && returned.statusCode >= 400 ? returned : undefined;
    const guess = tries.get(context);
    const somebody = before.get(context);
    if (!failed) {
      if (guess) await attemptSucceeded(deps, guess);
      const entered = context.newSession;
      if (entered && !somebody) {
        await welcome(deps, ctx, entered);
        const { username } = entered.user as { username?: string };
        if (username && path !== paths.callback) await rememberDevice(ctx, username);
      }
      if (entered && path === paths.code && somebody)
        await record(deps, somebody, { action: 'account.bindSecondFactor' });
      else if (somebody && recorded[path]) await record(deps, somebody, { action: recorded[path] });
      return;
    }
    // A database failure does not count as a wrong password.
    if (databaseFailed()) throw toAuthError('unavailable');
    let code = ownCodes[String(failed.body?.code)] ?? (path === paths.signIn ? 'sign_in_failed' : undefined);
    let message: string | undefined;
    if (guess && (code === 'sign_in_failed' || code === 'wrong_password')) {
      const fault = await attemptFailed(deps, somebody ?? { ...actorOf(ctx), username: guess.username }, guess);
      if (fault.code === 'account_locked') ({ code, message } = fault);
    }
    // The second factor has its own count of wrong codes for each account.
    if (code === 'account_locked') message ??= `验证码连续输错次数过多，请 ${policyOf(deps).lockMinutes} 分钟后再试`;
    // An error of this API, thrown by a nested hook.
    if (failed.body?.code && failed.body.code in errorCodes) {
      code = failed.body.code as ErrorCode;
      message = failed.body.message ?? errorCodes[code].message;
    }
    const action = path === paths.signIn || (secondSteps.has(path) && !somebody) ? 'account.signIn' : undefined;
    if (action && code)
      await record(deps, { ...actorOf(ctx), ...(guess && { username: guess.username }) }, { action, outcome: code });
    if (code) throw toAuthError(code, message);
  });

  return {
    id: 'sign-in-guard',
    hooks: {
      before: [{ matcher: () => true, handler: sayingUnavailable(enter) }],
      after: [{ matcher: () => true, handler: sayingUnavailable(leave) }],
    },
  } satisfies BetterAuthPlugin;
}

/** Hooks on better-auth's tables, which run for every new session regardless of the sign-in method. */
export function sessionHooks(deps: Dependencies) {
  return {
    session: {
      create: {
        before: async (session: Record<string, unknown> & { userId: string }, ctx: { path?: string } | null) => {
          const path = ctx?.path ?? '';
          const account = await getAccount(deps.db, session.userId);
          if (!account || account.disabledAt) throw toAuthError('account_disabled');
          const expiresAt = new Date(Date.now() + fixed.sessionHours * 60 * 60 * 1_000);
          const updatedAt = deps.clock();
          return { data: { ...session, expiresAt, updatedAt, method: session['method'] ?? methodOf(path) } };
        },
      },
    },
  };
}

function methodOf(path: string): SignInMethod {
  if (path === paths.callback) return 'oidc';
  return secondSteps.has(path) ? 'secondFactor' : 'password';
}

function requireAllowance(limit: SignInLimit | undefined, address: string): void {
  const allowance = limit?.take(address);
  if (!allowance || allowance.allowed) return;
  const { retryAfter } = allowance;
  throw new APIError(
    'TOO_MANY_REQUESTS',
    { code: 'rate_limited', message: `这个网络地址的登录过于频繁，请 ${retryAfter} 秒后再试` },
    { 'Retry-After': String(retryAfter) },
  );
}

/**
 * Returns the source by which failures are counted: the session, the device if the account knows it, else the address.
 */
async function sourceOf(
  ctx: Parameters<typeof knownDevice>[0] & AuthCall,
  username: string,
  session: { session: { id: string; userId: string } } | null,
): Promise<AttemptSource> {
  if (session) return { type: 'session', id: session.session.id, userId: session.session.userId };
  const device = await knownDevice(ctx, username);
  return device ? { type: 'device', id: device } : { type: 'address', address: actorOf(ctx).address ?? '' };
}

/** Called after every successful sign-in. */
async function welcome(
  deps: Dependencies,
  ctx: AuthCall,
  { user, session }: { user: { id: string }; session: Record<string, unknown> },
): Promise<void> {
  const { username = '' } = user as { username?: string };
  await noteSignIn(deps.db, user.id, deps.clock());
  const method = typeof session['method'] === 'string' ? session['method'] : undefined;
  await record(deps, { ...actorOf(ctx), userId: user.id, username }, { action: 'account.signIn', after: { method } });
}

/** Refuses features of better-auth that this installation does not offer. */
function refuseShortcuts(deps: Dependencies, path: string, body: unknown): void {
  const { trustDevice, idToken, method } = (body ?? {}) as Record<string, unknown>;
  // Not offered: trusting a device for thirty days, sign-in by a foreign ID token, and codes by e-mail.
  if (trustDevice || idToken || (method !== undefined && method !== 'totp')) throw toAuthError('invalid_input');
  if (path === paths.release && policyOf(deps).secondFactorRequired)
    throw toAuthError('forbidden', '本系统要求使用动态验证码，不能解除。更换手机请联系安全管理员重置');
}

/**
 * Returns the user name that was entered, or undefined if it is invalid, so that a password entered there is not
 * recorded.
 */
function typedName(body: unknown): string | undefined {
  const { username } = (body ?? {}) as Record<string, unknown>;
  return usernameSchema.safeParse(typeof username === 'string' ? username.toLowerCase() : undefined).data;
}

function asOwn(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  throw error;
}

function toAuthError(code: ErrorCode, message: string = errorCodes[code].message): APIError {
  return new APIError(errorCodes[code].status, { code, message });
}
