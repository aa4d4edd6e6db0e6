import type { Database } from '@gongkai/db';

/** What services work with. In a transaction `db` is the transaction. */
export interface Dependencies {
  readonly db: Database;
  readonly clock: () => Date;
}

/** Runs a service's steps as one: all of them are kept, or none. */
export function inTransaction<T>(deps: Dependencies, steps: (deps: Dependencies) => Promise<T>): Promise<T> {
  return deps.db.transaction((db) => steps({ ...deps, db }));
}
