import { createHash } from 'node:crypto';
import { existsSync, openAsBlob, readFileSync } from 'node:fs';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate, migrationsFolder } from '../open/migrate.ts';
import { openInMemory } from '../open/pglite.ts';

const folder = fileURLToPath(new URL('../../node_modules/.cache/gongkai-db', import.meta.url));

/**
 * Returns a migrated database without rows. It is cached between test files and runs because creating it takes seconds.
 */
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
    // Several test processes may build it at once. The first one stays: replacing the file would break the others' blobs.
    const own = `${file}.${process.pid}`;
    await writeFile(own, dump.stream());
    await link(own, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await rm(own);
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
