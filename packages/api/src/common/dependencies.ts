import type { Database } from '@gongkai/db';
import type { SignInPolicy } from './sign-in-policy.ts';

/** What services work with. In a transaction `db` is the transaction. */
export interface Dependencies {
  readonly db: Database;
  readonly clock: () => Date;
  /** How to send e-mail; the installation sends none where nothing is said. */
  readonly mail?: Mail;
  /** How people sign in; the usual rules where nothing is said. */
  readonly signIn?: Partial<SignInPolicy>;
  /** How many searches the database is given at once; one where nothing is said. */
  readonly searchesAtOnce?: number;
}

/** The way out for e-mail. */
export interface Mail {
  /** Where people sign in, for the text. */
  readonly adminUrl: string;
  /** @throws where the server for outgoing mail did not take it */
  send(message: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void>;
}

/** Runs a service's steps as one: all of them are kept, or none. */
export function inTransaction<T>(deps: Dependencies, steps: (deps: Dependencies) => Promise<T>): Promise<T> {
  return deps.db.transaction((db) => steps({ ...deps, db }));
}
