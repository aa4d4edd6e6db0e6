import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';
import type { Database, Engine } from '../database.ts';
import * as tables from '../tables/index.ts';
import { ensureDataFiles } from './data-directory.ts';
import { lockDirectory } from './directory-lock.ts';
import { openDurable, openInMemory } from './pglite.ts';
import type { ConnectionLimits } from './limits.ts';
import { openPostgres, type PostgresOptions } from './postgres.ts';
import { startUpkeep } from './upkeep.ts';

export type DatabaseOptions = (
  | {
      /** A PostgreSQL server's database: `postgres://user:password@host:port/name`. */
      url: string;
      /** By default statements have no limit, which suits commands and migrations. */
      limits?: ConnectionLimits;
    }
  | {
      /** Folder of the embedded database, which is synced to the disk. It must belong to this program. */
      directory: string;
    }
  | {
      /** The embedded database in memory, for tests. */
      memory: true;
      /** Initial data: the result of PGlite's `dumpDataDir`. */
      template?: Blob;
    }
) & {
  /**
   * Receives errors that belong to no query: lost connections, failed upkeep. By default they become process warnings.
   */
  onError?: (error: Error) => void;
};

/** An open database of either engine. */
export interface OpenDatabase {
  readonly db: Database;
  readonly engine: Engine;
  readonly pool: Pool;
  /** Removes dead rows and updates the planner's statistics, for instance after a bulk load. */
  maintain(): Promise<void>;
  /** Waits for running queries. May be called again. */
  close(): Promise<void>;
}

/**
 * Opens a database. `migrate` creates its tables.
 * @throws {DirectoryLocked} if another process has opened the directory
 * @throws {DirectoryUnusable} if its lock file cannot be used
 * @throws {UnsuitableDatabase} if the server is too old or cannot search Chinese text
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const onError = options.onError ?? ((error: Error) => process.emitWarning(error));
  if ('url' in options) return onServer(options.url, { limits: options.limits, onError });
  if ('directory' in options) return inDirectory(resolve(options.directory), onError);
  const { pool, close } = await openInMemory(options.template, onError);
  return assemble('pglite', pool, { maintain: () => vacuum(pool), close });
}

async function onServer(url: string, options: PostgresOptions): Promise<OpenDatabase> {
  const pool = await openPostgres(url, options);
  return assemble('postgresql', pool, { maintain: () => vacuum(pool), close: () => pool.end() });
}

async function inDirectory(directory: string, onError: (error: Error) => void): Promise<OpenDatabase> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const unlock = lockDirectory(directory);
  try {
    const files = await ensureDataFiles(directory);
    const { pool, close } = await openDurable(files, onError);
    const upkeep = await startUpkeep(pool, join(files, 'upkeep.json'), onError);
    return assemble('pglite', pool, {
      maintain: upkeep.maintain,
      async close() {
        await upkeep.stop();
        await close();
        unlock();
      },
    });
  } catch (error) {
    unlock();
    throw error;
  }
}

function assemble(
  engine: Engine,
  pool: Pool,
  { maintain, close }: Pick<OpenDatabase, 'maintain' | 'close'>,
): OpenDatabase {
  const db = drizzle({ client: pool, schema: tables, casing: 'snake_case' });
  let closed: Promise<void> | undefined;
  return { db, engine, pool, maintain, close: () => (closed ??= close()) };
}

async function vacuum(pool: Pool): Promise<void> {
  await pool.query('VACUUM (ANALYZE)');
}
