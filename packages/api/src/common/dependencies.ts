import type { Database } from '@gongkai/db';
import type { SignInPolicy } from './sign-in-policy.ts';

/** The dependencies of services. In a transaction `db` is the transaction. */
export interface Dependencies {
  readonly db: Database;
  readonly clock: () => Date;
  /** Sends e-mail; if absent, the installation sends none. */
  readonly mail?: Mail;
  /** Sign-in rules; the defaults apply to absent fields. */
  readonly signIn?: Partial<SignInPolicy>;
  /** Number of concurrent searches in the database; 1 by default. */
  readonly searchesAtOnce?: number;
}

/** Sends e-mail. */
export interface Mail {
  /** Address of the sign-in page, for the text. */
  readonly adminUrl: string;
  /** @throws if the mail server did not accept the message */
  send(message: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void>;
}

/** Runs the steps of a service in one transaction. */
export function inTransaction<T>(deps: Dependencies, steps: (deps: Dependencies) => Promise<T>): Promise<T> {
  return deps.db.transaction((db) => steps({ ...deps, db }));
}
