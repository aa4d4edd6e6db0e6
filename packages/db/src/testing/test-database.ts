import { filledDatabase } from '@gongkai/tooling-vitest/postgres';
import type { Engine } from '../database.ts';
import { migrate } from '../open/migrate.ts';
import { openDatabase, type OpenDatabase } from '../open/open-database.ts';
import { migratedTemplate } from './template.ts';

/** Both engines, for suites that run on each: `describe.each(engines)`. */
export const engines: readonly Engine[] = ['pglite', 'postgresql'];

/**
 * Opens a migrated database without rows for one test file: PGlite in memory, or a new database on the test run's
 * server.
 */
export async function testDatabase(engine: Engine): Promise<OpenDatabase> {
  if (engine === 'pglite') return openDatabase({ memory: true, template: await migratedTemplate() });
  const { url, drop } = await filledDatabase('migrated', migrateAt);
  const database = await openDatabase({ url });
  const close = async () => {
    await database.close();
    await drop();
  };
  return { ...database, close };
}

async function migrateAt(url: string): Promise<void> {
  const database = await openDatabase({ url });
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
}
