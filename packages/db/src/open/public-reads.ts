import { drizzle } from 'drizzle-orm/node-postgres';
import type { Pool, PoolClient } from 'pg';
import type { Database } from '../database.ts';
import * as tables from '../tables/index.ts';
import { FallbackPool } from './fallback-pool.ts';
import type { ConnectionLimits } from './limits.ts';
import type { OpenDatabase } from './open-database.ts';
import { createPostgresPool } from './postgres.ts';
import { TurnstilePool } from './turnstile-pool.ts';

/** The part of a pool that is used to read. */
export interface ReadingPool {
  query: Pool['query'];
  connect(): Promise<PoolClient>;
}

/** The database for public reads, with separate connections, so that readers never delay clerks. */
export interface PublicReads {
  readonly db: Database;
  readonly pool: ReadingPool;
  close(): Promise<void>;
}

export interface PublicReadsOptions {
  /** Address of the database, if it is on a PostgreSQL server. */
  readonly url?: string | undefined;
  /** Address of a replica that is read instead while it answers. */
  readonly replicaUrl?: string | undefined;
  readonly limits: ConnectionLimits;
  readonly onError: (error: Error) => void;
}

/** Opens public reads for an open database; servers need not answer yet. */
export function openPublicReads(
  database: Pick<OpenDatabase, 'pool'>,
  { url, replicaUrl, limits, onError }: PublicReadsOptions,
): PublicReads {
  if (url === undefined) return assemble(new TurnstilePool(database.pool), async () => undefined);
  const primary = createPostgresPool(url, { limits, onError });
  if (replicaUrl === undefined) return assemble(primary, () => primary.end());
  const replica = createPostgresPool(replicaUrl, { limits, onError });
  const pool = new FallbackPool(replica, primary);
  return assemble(pool, async () => {
    pool.stop();
    await Promise.all([replica.end(), primary.end()]);
  });
}

function assemble(pool: ReadingPool, close: () => Promise<void>): PublicReads {
  // Drizzle uses only this part of a pool.
  const client = pool as Pool;
  return { db: drizzle({ client, schema: tables, casing: 'snake_case' }), pool, close };
}
