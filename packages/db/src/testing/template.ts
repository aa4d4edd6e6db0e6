import { createHash } from 'node:crypto';
import { existsSync, openAsBlob, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate, migrationsFolder } from '../open/migrate.ts';
import { openInMemory } from '../open/pglite.ts';

const folder = fileURLToPath(new URL('../../node_modules/.cache/gongkai-db', import.meta.url));

/** A migrated database of no rows. Making one takes seconds, so it is kept between test files and runs. */
export async function migratedTemplate(): Promise<Blob> {
  const file = join(folder, `${version()}.tar`);
  if (!existsSync(file)) await make(file);
  return openAsBlob(file);
}

async function make(file: string): Promise<void> {
  const { pool, pglite, close } = await openInMemory(undefined, (error) => process.emitWarning(error));
  try {
    await migrate({ pool });
    const dump = await pglite.dumpDataDir('none');
    await mkdir(folder, { recursive: true });
    // Several test processes may make it at once: each its own, the last one stays.
    const own = `${file}.${process.pid}`;
    await writeFile(own, dump.stream());
    await rename(own, file);
  } finally {
    await close();
  }
}

function version(): string {
  const pglite = join(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')), '../package.json');
  const hash = createHash('sha256').update(readFileSync(pglite));
  for (const { hash: migration } of readMigrationFiles({ migrationsFolder })) hash.update(migration);
  return hash.digest('hex');
}
