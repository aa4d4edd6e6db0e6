import type { Me } from '@gongkai/api/schemas';
import { api } from '../api/client.ts';
import { onFailure, toFailure, type Failure } from '../api/failure.ts';
import { hasSession, signOut } from './sign-in.ts';

/**
 * The session of this page. `expired`: the session ended during work; the page stays unchanged until the same user has
 * signed in again.
 */
export type SessionState =
  | { readonly state: 'unknown' }
  | { readonly state: 'none' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'signedIn' | 'expired'; readonly me: Me };

let current = $state.raw<SessionState>({ state: 'unknown' });

export const session = {
  get current(): SessionState {
    return current;
  },

  /** The user of the session. @throws Error if no one is signed in; the root layout renders pages only for a user */
  get me(): Me {
    if (!('me' in current)) throw new Error('No one is signed in');
    return current.me;
  },

  /** Loads the signed-in user: on start and after signing in. */
  async restore(): Promise<void> {
    try {
      const someone = await hasSession();
      current = someone ? { state: 'signedIn', me: await api.account.me.query() } : { state: 'none' };
    } catch (error) {
      const failure = toFailure(error);
      current = failure.code === 'not_signed_in' ? { state: 'none' } : { state: 'failed', failure };
    }
  },

  /** Marks the session as expired: it timed out, or the server refused a call as not signed in. */
  expire(): void {
    if (current.state === 'signedIn') current = { state: 'expired', me: current.me };
  },

  /** Leaves an expired session. */
  forget(): void {
    current = { state: 'none' };
  },

  /** @returns false if the server could not be reached; the session continues */
  async end(): Promise<boolean> {
    if (!(await signOut())) return false;
    current = { state: 'none' };
    return true;
  },
};

onFailure(({ code }) => {
  if (code === 'not_signed_in') session.expire();
  // The server now requires a step that it did not require when the page was loaded.
  if (code === 'must_change_password' || code === 'must_enrol_second_factor') void session.restore();
});
