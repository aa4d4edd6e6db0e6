// A draft saved by the service (parsed, checked, with its audit entry), against the bare update of its row.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServices, installation } from '@gongkai/api';
import { migrate, openDatabase, type OpenDatabase } from '@gongkai/db';
import { benchDatabase } from '../src/postgres.ts';
import { ratio } from '../src/ratio.ts';
import { reportWithPrevious } from '../src/report.ts';

const { report: made, source } = reportWithPrevious();
const report = { ...made, kind: 'own' as const, origin: { type: 'entered' as const } };
const body = JSON.stringify(report);
console.log(`${source}, ${(Buffer.byteLength(body) / 1024).toFixed(1)} kB of JSON`);

async function measure(engine: string, database: OpenDatabase): Promise<void> {
  await migrate(database);
  const services = createServices({ db: database.db, clock: () => new Date() });
  const agencyId = await services.agency.create({
    ...{ name: '青原镇人民政府', kind: 'town', level: 'township', parentId: null, validFrom: '2010-01-01' },
  });
  const key = { agencyId, year: report.year, kind: report.kind };
  let { lockVersion } = await services.draft.start(installation, { ...key, report });
  await database.pool.query('CREATE TABLE IF NOT EXISTS bare (id int PRIMARY KEY, body text NOT NULL)');
  await database.pool.query("INSERT INTO bare VALUES (1, '') ON CONFLICT DO NOTHING");
  await ratio(
    `${engine}: save : bare update`,
    async () => ({ lockVersion } = await services.draft.save(installation, { ...key, lockVersion, report })),
    () => database.pool.query('UPDATE bare SET body = $1 WHERE id = 1', [body]),
    { sample: 300, atMost: 3 },
  );
  await database.pool.query('DROP TABLE bare');
  await database.close();
}

const directory = await mkdtemp(join(tmpdir(), 'gongkai-bench-'));
await measure('embedded database', await openDatabase({ directory }));
await rm(directory, { recursive: true });
await using bench = await benchDatabase();
await measure('PostgreSQL', await openDatabase({ url: bench.url }));
