import type { Database } from '@gongkai/db';
import * as tables from '@gongkai/db/tables';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { twoFactor, username as signInByName } from 'better-auth/plugins';
import type { Dependencies } from '../../common/dependencies.ts';
import { adapterSayingUnavailable, logInternal } from './unavailable-database.ts';
import { clientAddressHeader } from './call-origin.ts';
import { oidcPlugin, oidcProvider, type OidcSettings } from './oidc.ts';
import { cookiePrefix, fixed, policyOf } from './policy.ts';
import { username } from '../schemas.ts';
import { sessionHooks, signInGuard, type SignInLimit } from './sign-in-guard.ts';
import type { SignInPolicy } from '../../common/sign-in-policy.ts';

export interface AuthOptions {
  readonly database: Database;
  /** The installation's secret, which signs cookies and tokens and is stored with its data. There is no default. */
  readonly secret: string;
  /** Scheme, host and port by which browsers reach the site. */
  readonly origin: string;
  /**
   * Path below which a gateway publishes the site, without a trailing slash. Requests are matched by their full path.
   */
  readonly basePath?: string;
  readonly policy?: Partial<SignInPolicy>;
  /** Settings of the office's own sign-in service, if it has one. */
  readonly oidc?: OidcSettings | undefined;
  readonly clock?: () => Date;
  /** Limits the requests per address that sign in or verify a code. By default there is no limit. */
  readonly limit?: SignInLimit;
}

/** Path at which better-auth's handler is mounted. */
export const authPath = '/api/auth';

const hour = 60 * 60;

export type Auth = ReturnType<typeof createAuth>;

/**
 * Sign-in by user name and password, with a second factor, or by the office's own sign-in service. better-auth owns its
 * tables; permissions (`membership`) and the sign-in rules (`sign-in-guard.ts`) are defined here.
 */
export function createAuth(options: AuthOptions) {
  const { database, secret, origin, basePath = '', policy = {}, oidc, clock = () => new Date(), limit } = options;
  const deps: Dependencies = { db: database, clock, signIn: policy };
  const lockedFor = policyOf(deps).lockMinutes * 60;
  return betterAuth({
    appName: 'Gongkai',
    secret,
    baseURL: `${origin}${basePath}${authPath}`,
    basePath: `${basePath}${authPath}`,
    trustedOrigins: [origin],
    database: adapterSayingUnavailable(drizzleAdapter(database, { provider: 'pg', schema: tables, transaction: true })),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1 },
    // A session ends after a fixed number of hours even if it is in use; `updatedAt` is the time of its last use.
    session: {
      expiresIn: fixed.sessionHours * hour,
      disableSessionRefresh: true,
      additionalFields: tables.sessionFields,
    },
    account: {
      encryptOAuthTokens: true,
      accountLinking: { trustedProviders: [oidcProvider], requireLocalEmailVerified: false },
    },
    databaseHooks: sessionHooks(deps),
    plugins: [
      signInByName({
        minUsernameLength: 3,
        maxUsernameLength: 32,
        usernameValidator: (name) => username.safeParse(name.toLowerCase()).success,
      }),
      twoFactor({
        issuer: 'Gongkai',
        accountLockout: { maxFailedAttempts: fixed.failures, durationSeconds: lockedFor },
      }),
      ...(oidc ? [oidcPlugin(deps, oidc)] : []),
      signInGuard(deps, limit),
    ],
    // The library counts by address, which a whole office may share: login-attempts.ts counts by account, `limit` by
    // address.
    rateLimit: { enabled: false },
    onAPIError: { errorURL: `${origin}${basePath}/admin/`, onError: logInternal },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix,
      useSecureCookies: origin.startsWith('https:'),
      // The path keeps session cookies from other applications below the same gateway.
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: `${basePath}/` },
      // The office's sign-in service redirects users back from another site.
      cookies: { state: { attributes: { sameSite: 'lax' } } },
      // Set explicitly because the library disables the check in test runs.
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
  });
}
