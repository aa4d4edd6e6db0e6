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
  /** Signs cookies and tokens: the installation's own, kept with its data. There is no default. */
  readonly secret: string;
  /** Scheme, host and port by which browsers reach the site. */
  readonly origin: string;
  /** Path below which a gateway publishes the site, without a slash at its end. Calls are handled by their whole path. */
  readonly basePath?: string;
  readonly policy?: Partial<SignInPolicy>;
  /** Where the office has a sign-in service of its own. */
  readonly oidc?: OidcSettings | undefined;
  readonly clock?: () => Date;
  /** Calls of an address that sign in or try a code; without end unless given. */
  readonly limit?: SignInLimit;
}

/** Where better-auth's handler is mounted. */
export const authPath = '/api/auth';

const hour = 60 * 60;

export type Auth = ReturnType<typeof createAuth>;

/**
 * Sign-in by user name and password, with a second factor, or by the office's own sign-in service. better-auth owns its
 * tables; who may do what (`membership`) and the rules of signing in (`sign-in-guard.ts`) are ours.
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
    // A session ends after so many hours, however it is used; `updatedAt` tells when it last was.
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
    // The library counts by address, and a whole office may share one: tries.ts counts by account, `limit` stops floods.
    rateLimit: { enabled: false },
    onAPIError: { errorURL: `${origin}${basePath}/admin/`, onError: logInternal },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix,
      useSecureCookies: origin.startsWith('https:'),
      // Other applications below the same gateway get no cookie of ours.
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: `${basePath}/` },
      // The office's sign-in service sends people back from another site.
      cookies: { state: { attributes: { sameSite: 'lax' } } },
      // Said outright: the library would leave it out in test runs.
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
  });
}
