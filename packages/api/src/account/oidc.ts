import { findAccount } from '@gongkai/db';
import { genericOAuth } from 'better-auth/plugins';
import type { Dependencies } from '../common/dependencies.ts';

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
  return genericOAuth({
    config: [
      {
        providerId: oidcProvider,
        discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ['openid', 'profile', 'email'],
        pkce: true,
        requireIdTokenVerification: true,
        disableSignUp: true,
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
