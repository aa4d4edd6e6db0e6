import { findAccount } from '@gongkai/db/account';
import { genericOAuth } from 'better-auth/plugins';
import * as z from 'zod/mini';
import type { Dependencies } from '../../common/dependencies.ts';

/** The office's own sign-in service, an OpenID provider. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Label of the sign-in button. */
  readonly name: string;
  /** The claim that holds the user name or the e-mail address of an account. */
  readonly claim: string;
}

/** The provider's id, which is part of the callback address: `/api/auth/callback/office`. */
export const oidcProvider = 'office';

/** Sign-in by authorization code with PKCE. It accepts existing accounts only and never creates one. */
export function oidcPlugin(deps: Dependencies, { issuer, clientId, clientSecret, claim }: OidcSettings) {
  const discoveryUrl = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  return genericOAuth({
    config: [
      {
        providerId: oidcProvider,
        discoveryUrl,
        clientId,
        clientSecret,
        scopes: ['openid', 'profile', 'email'],
        pkce: true,
        requireIdTokenVerification: true,
        disableSignUp: true,
        // Many services put no e-mail address into the token, and better-auth stops without one.
        getUserInfo: async ({ idToken, accessToken }) => {
          const told = claimsOf(idToken);
          if (told[claim] !== undefined || !accessToken) return { ...told, id: String(told['sub']) } as never;
          return { ...(await askUserInfo(discoveryUrl, accessToken)), id: String(told['sub']) } as never;
        },
        mapProfileToUser: async (profile) => {
          const account = await accountOf(deps, claim, (profile as Record<string, unknown>)[claim]);
          // From here on better-auth finds the account by its e-mail address and refuses a user without one.
          return { email: account?.email as string };
        },
      },
    ],
  });
}

function accountOf({ db }: Dependencies, claim: string, value: unknown) {
  if (typeof value !== 'string' || value === '') return undefined;
  return findAccount(db, claim === 'email' ? { email: value } : { username: value.toLowerCase() });
}

const claims = z.record(z.string(), z.unknown());
const discovered = z.object({ userinfo_endpoint: z.optional(z.url({ protocol: /^https?$/ })) });

/** Reads the claims of an ID token whose signature better-auth has already verified. */
function claimsOf(idToken = ''): Record<string, unknown> {
  const [, body = ''] = idToken.split('.');
  return body ? claims.parse(JSON.parse(Buffer.from(body, 'base64url').toString())) : {};
}

const patience = 10_000;

/** Reads the claims of the service's user info endpoint; the result is empty if the service has no such endpoint. */
async function askUserInfo(discoveryUrl: string, accessToken: string): Promise<Record<string, unknown>> {
  const ask = async (url: string, headers: Record<string, string> = {}): Promise<unknown> =>
    (await fetch(url, { headers, signal: AbortSignal.timeout(patience) })).json();
  const { userinfo_endpoint: endpoint } = discovered.parse(await ask(discoveryUrl));
  return endpoint ? claims.parse(await ask(endpoint, { authorization: `Bearer ${accessToken}` })) : {};
}
