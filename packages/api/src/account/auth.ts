import type { Database } from '@gongkai/db';
import * as tables from '@gongkai/db/tables';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { twoFactor, username as signInByName } from 'better-auth/plugins';
import { passwordFault } from './password.ts';
import { username } from './schemas.ts';

export interface AuthOptions {
  readonly database: Database;
  /** Signs cookies and tokens: the installation's own, kept with its data. There is no default. */
  readonly secret: string;
  /** Scheme, host and port by which browsers reach the site. */
  readonly origin: string;
}

/** Request header in which the server writes the caller's address, over whatever the caller wrote there. */
export const clientAddressHeader = 'x-client-address';

/** Where better-auth's handler is mounted. */
export const authPath = '/api/auth';

const hour = 60 * 60;

/** From one address. */
const signInsPerMinute = 30;

/** Ways in that are not ours: nobody signs up, and nobody learns which user names there are. */
const closed = [
  '/sign-up/email',
  '/sign-in/email',
  '/sign-in/social',
  '/is-username-available',
  '/request-password-reset',
  '/reset-password',
  '/change-email',
  '/update-user',
  '/delete-user',
  '/link-social',
];

export type Auth = ReturnType<typeof createAuth>;

/** Sign-in by user name and password. better-auth owns its tables; who may do what is ours (`membership`). */
export function createAuth({ database, secret, origin }: AuthOptions) {
  return betterAuth({
    appName: 'Gongkai',
    secret,
    baseURL: origin,
    basePath: authPath,
    trustedOrigins: [origin],
    database: drizzleAdapter(database, { provider: 'pg', schema: tables, transaction: true }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1 },
    session: { expiresIn: 12 * hour, updateAge: hour / 2 },
    disabledPaths: closed,
    hooks: { before: refuseWeakPassword },
    plugins: [
      signInByName({
        minUsernameLength: 3,
        maxUsernameLength: 32,
        usernameValidator: (name) => username.safeParse(name.toLowerCase()).success,
      }),
      twoFactor({ issuer: 'Gongkai' }),
    ],
    // A whole office may share one address; guessing at one account is for the lock-out to stop.
    rateLimit: { enabled: true, customRules: { '/sign-in/username': { window: 60, max: signInsPerMinute } } },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: 'gongkai',
      useSecureCookies: origin.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict' },
      // Said outright: the library would leave it out in test runs.
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
  });
}

/** New passwords meet our rules. Lock-out and age of passwords belong beside it. */
const refuseWeakPassword = createAuthMiddleware(async ({ path, body }) => {
  if (path !== '/change-password') return;
  const fault = passwordFault(String(body?.newPassword ?? ''));
  if (fault) throw new APIError('BAD_REQUEST', { code: 'weak_password', message: fault });
});
