import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import type { OpenDatabase } from './open-database.ts';

export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Any number that nothing else uses: processes that start at once on one server migrate one after the other. */
const MIGRATION_LOCK = 4_961_720_240;

/** Brings the tables to the state that this version knows: forward only, nothing where nothing is new. */
export async function migrate({ pool }: Pick<OpenDatabase, 'pool'>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await applyMigrations(drizzle(client), { migrationsFolder });
  } finally {
    // Ends the session on a server, and with it the lock; nothing else was to be kept of it.
    client.release(true);
  }
}
