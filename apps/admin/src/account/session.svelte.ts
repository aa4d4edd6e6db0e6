import type { Me } from '@gongkai/api/schemas';
import { api } from '../api/client.ts';
import { failureOf, type Failure } from '../api/failure.ts';
import { hasSession, signOut } from './sign-in.ts';

/**
 * Who works here. `expired`: the session ended while somebody worked; the page stays as it is
 * until the same person has signed in again.
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

  /** Asks the server who is signed in: at the start, and after signing in. */
  async restore(): Promise<void> {
    try {
      const someone = await hasSession();
      current = someone ? { state: 'signedIn', me: await api.account.me.query() } : { state: 'none' };
    } catch (error) {
      const failure = failureOf(error);
      current = failure.code === 'not_signed_in' ? { state: 'none' } : { state: 'failed', failure };
    }
  },

  /** To be told of every failure: one of them ends the session. */
  heard({ code }: Failure): void {
    if (code === 'not_signed_in') session.expire();
    // Since the page was loaded, the password came of age or a second factor was asked for.
    if (code === 'must_change_password' || code === 'must_enrol_second_factor') void session.restore();
  },

  /** The session has ended by itself, after too long without work. */
  expire(): void {
    if (current.state === 'signedIn') current = { state: 'expired', me: current.me };
  },

  /** Leaves a session that has ended by itself. */
  forget(): void {
    current = { state: 'none' };
  },

  /** False where the server could not be told: the session goes on. */
  async end(): Promise<boolean> {
    if (!(await signOut())) return false;
    current = { state: 'none' };
    return true;
  },
};
