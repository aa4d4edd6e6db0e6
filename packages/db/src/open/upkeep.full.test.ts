import { randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { saveDraft } from '../queries/draft/drafts.ts';
import { addReport } from '../testing/samples.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';

const SAVES = 10_000;
const MB = 2 ** 20;

function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

test('10,000 saves of a 30 kB draft leave a short log and a small database', async () => {
  await using place = await temporaryDirectory();
  const errors: Error[] = [];
  const database = await openDatabase({ directory: place.path, onError: (error) => errors.push(error) });
  await migrate(database);
  const key = await addReport(database.db);
  const about = { form: 'form', title: '年度报告', origin: 'entered' as const, basedOn: null, savedBy: null };
  // The body is incompressible, because the text of a real draft hardly compresses.
  const body = randomBytes(22_500).toString('base64');
  const longest = { log: 0, all: 0 };
  for (let lockVersion = 0; lockVersion < SAVES; lockVersion += 1) {
    const row = { ...key, ...about, body: `${lockVersion} ${body}`, lockVersion };
    expect(await saveDraft(database.db, row)).toHaveProperty('saved');
    if (lockVersion % 250 > 0) continue;
    longest.log = Math.max(longest.log, sizeOf(join(place.path, 'pgdata', 'pg_wal')));
    longest.all = Math.max(longest.all, sizeOf(place.path));
  }
  await database.close();
  expect(errors).toEqual([]);
  expect(longest.log).toBeLessThan(160 * MB);
  expect(longest.all).toBeLessThan(400 * MB);
}, 300_000);
