import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import type { PoolClient } from 'pg';
import type { OpenDatabase } from './open-database.ts';

export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url));

/**
 * Advisory lock, with an arbitrary unique number, so that processes that start concurrently on one server migrate one
 * after the other.
 */
const MIGRATION_LOCK = 4_961_720_240;

interface Journal {
  readonly entries: readonly { readonly tag: string; readonly when: number }[];
}

/**
 * Migrates the tables to the schema of this version. Migrations run forward only and at most once.
 * @param options.through stops after the migration of that name, for data of an older version
 */
export async function migrate(
  { pool }: Pick<OpenDatabase, 'pool'>,
  { through }: { through?: string } = {},
): Promise<void> {
  const { folder, remove } = await folderThrough(through);
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await applyMigrations(drizzle(client), { migrationsFolder: folder });
  } finally {
    // Destroys the connection and so ends the session on a server and its lock.
    client.release(true);
    await remove();
  }
}

/** Returns the names of all migrations in order. */
export function migrationNames(): string[] {
  return readJournal().entries.map(({ tag }) => tag);
}

/** Returns the name of the last migration applied to a database. @throws if none of the known migrations was applied */
export async function lastMigration(client: Pick<PoolClient, 'query'>): Promise<string> {
  const { rows } = await client.query<{ when: string }>(
    'SELECT created_at AS when FROM drizzle.__drizzle_migrations ORDER BY created_at DESC LIMIT 1',
  );
  const found = readJournal().entries.find(({ when }) => when === Number(rows[0]?.when));
  if (!found) throw new Error('The database went through a migration that this version does not know.');
  return found.tag;
}

function readJournal(): Journal {
  return JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8')) as Journal;
}

/** Copies a part of the migrations to a temporary folder, because Drizzle always applies a whole folder. */
async function folderThrough(last: string | undefined): Promise<{ folder: string; remove: () => Promise<void> }> {
  if (last === undefined || last === migrationNames().at(-1))
    return { folder: migrationsFolder, remove: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-migrations-'));
  await cp(migrationsFolder, folder, { recursive: true });
  const journal = readJournal();
  const entries = journal.entries.slice(0, journal.entries.findIndex(({ tag }) => tag === last) + 1);
  await writeFile(join(folder, 'meta', '_journal.json'), JSON.stringify({ ...journal, entries }));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
