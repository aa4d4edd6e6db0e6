import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freshDatabase } from '@gongkai/tooling-vitest/postgres';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { describe, expect, test } from 'vitest';
import * as tables from '../tables/index.ts';
import { engines, testDatabase } from '../testing/index.ts';
import { migrate, migrationsFolder } from './migrate.ts';
import { openDatabase, type OpenDatabase } from './open-database.ts';

const applied = async ({ pool }: OpenDatabase) =>
  (await pool.query<{ hash: string }>('SELECT hash FROM drizzle.__drizzle_migrations ORDER BY id')).rows;
const known = readMigrationFiles({ migrationsFolder }).map(({ hash }) => ({ hash }));

describe.each(engines)('migrations on %s', (engine) => {
  test('are applied once, however often they are asked for', async () => {
    const database = await testDatabase(engine);
    await migrate(database);
    expect(await applied(database)).toEqual(known);
    await database.close();
  });
});

test('processes that start concurrently on one server do not disturb each other', async () => {
  const { url, drop } = await freshDatabase();
  const databases = await Promise.all([1, 2, 3, 4].map(() => openDatabase({ url })));
  await Promise.all(databases.map((database) => migrate(database)));
  for (const database of databases) expect(await applied(database)).toEqual(known);
  await Promise.all(databases.map((database) => database.close()));
  await drop();
});

test('the migrations make the tables as they are described', async () => {
  const latest = `${String(known.length - 1).padStart(4, '0')}_snapshot.json`;
  const snapshot = JSON.parse(await readFile(join(migrationsFolder, 'meta', latest), 'utf8'));
  const described = generateDrizzleJson(tables, snapshot.id, undefined, 'snake_case');
  expect(await generateMigration(snapshot, described)).toEqual([]);
});

test('the migrations take nothing away that the version before still uses', () => {
  const statements = readMigrationFiles({ migrationsFolder }).flatMap(({ sql }) => sql);
  // A required column that the previous version does not know would prevent it from writing.
  const unsafe =
    /^\s*(?:DROP (?:TABLE|TYPE)|ALTER TABLE[^;]*\b(?:DROP (?:COLUMN|DEFAULT)|RENAME|SET NOT NULL|SET DATA TYPE|ADD COLUMN(?![^;]*DEFAULT)[^;]*NOT NULL))\b/i;
  expect(statements.length).toBeGreaterThan(100);
  expect(statements.filter((statement) => unsafe.test(statement))).toEqual([]);
  for (const statement of ['DROP TABLE "round";', 'ALTER TABLE "round" ADD COLUMN "due" date NOT NULL;'])
    expect(statement).toMatch(unsafe);
  expect('ALTER TABLE "round" ADD COLUMN "due" date DEFAULT now() NOT NULL;').not.toMatch(unsafe);
});
