import { findAccount } from '@gongkai/db/account';
import { genericOAuth } from 'better-auth/plugins';
import * as z from 'zod/mini';
import type { Dependencies } from '../../common/dependencies.ts';

/** The office's own sign-in service, an OpenID provider. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says. */
  readonly name: string;
  /** The claim that holds a user name of ours, or the address that an account was given. */
  readonly claim: string;
}

/** The provider's id, in the address to which it sends people back: `/api/auth/callback/office`. */
export const oidcProvider = 'office';

/** Signing in by authorization code with PKCE. Only accounts that there are get in: none is ever made so. */
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
        // Many services put no address into the token, without which better-auth would look no further.
        getUserInfo: async ({ idToken, accessToken }) => {
          const told = claimsOf(idToken);
          if (told[claim] !== undefined || !accessToken) return { ...told, id: String(told['sub']) } as never;
          return { ...(await askUserInfo(discoveryUrl, accessToken)), id: String(told['sub']) } as never;
        },
        mapProfileToUser: async (profile) => {
          const account = await accountOf(deps, claim, (profile as Record<string, unknown>)[claim]);
          // Found by its address from here on; without one, better-auth refuses.
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

/** What an ID token says, whose signature better-auth has checked before. */
function claimsOf(idToken = ''): Record<string, unknown> {
  const [, body = ''] = idToken.split('.');
  return body ? claims.parse(JSON.parse(Buffer.from(body, 'base64url').toString())) : {};
}

const patience = 10_000;

/** What the service tells beside the token; nothing where it tells nothing. */
async function askUserInfo(discoveryUrl: string, accessToken: string): Promise<Record<string, unknown>> {
  const ask = async (url: string, headers: Record<string, string> = {}): Promise<unknown> =>
    (await fetch(url, { headers, signal: AbortSignal.timeout(patience) })).json();
  const { userinfo_endpoint: endpoint } = discovered.parse(await ask(discoveryUrl));
  return endpoint ? claims.parse(await ask(endpoint, { authorization: `Bearer ${accessToken}` })) : {};
}
