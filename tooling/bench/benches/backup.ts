// Backup and restore of 10,000 reports, against pg_dump and pg_restore of the same database.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServices, installation } from '@gongkai/api';
import { migrate, openDatabase } from '@gongkai/db';
import { backUp, restore } from '@gongkai/db/backup';
import { findPostgres } from '@gongkai/tooling-scripts/programs';
import { benchDatabase } from '../src/postgres.ts';
import { spread, verdict } from '../src/ratio.ts';
import { reportWithPrevious } from '../src/report.ts';

const REPORTS = 10_000;
const atMost = 2;

await using bench = await benchDatabase();
const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'));
const source = await openDatabase({ url: bench.url });
await migrate(source);
await fill();

const rounds: { backup: number; restore: number }[] = [];
for (const round of [1, 2, 3, 4, 5]) {
  const [dump, file] = [join(folder, `${round}.pgdump`), join(folder, `${round}.zst`)];
  const backup =
    (await time(() => backUp(source, file))) / (await time(() => pg('pg_dump', '-Fc', '-f', dump, bench.url)));
  const target = await openDatabase({ url: await bench.another(`ours_${round}`) });
  const other = await bench.another(`theirs_${round}`);
  const restored =
    (await time(() => restore(target, file))) / (await time(() => pg('pg_restore', '--no-owner', '-d', other, dump)));
  await target.close();
  rounds.push({ backup, restore: restored });
}
tell(
  'backup : pg_dump',
  rounds.map(({ backup }) => backup),
);
tell(
  'restore : pg_restore',
  rounds.map(({ restore }) => restore),
);
await source.close();
await rm(folder, { recursive: true });

function tell(name: string, ratios: readonly number[]): void {
  const { median, min, max } = spread(ratios);
  console.log(
    `${name}: ${median.toFixed(2)} times (${min.toFixed(2)} to ${max.toFixed(2)} in ${ratios.length} rounds)${verdict(median, atMost)}`,
  );
}

async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function pg(program: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(join(findPostgres()!, program), args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
}

/** One published report made by the service, and copies of its rows for other agencies, each with a text of its own. */
async function fill(): Promise<void> {
  const { report: made } = reportWithPrevious();
  const services = createServices({ db: source.db, clock: () => new Date() });
  const agencyId = await services.agency.create({
    ...{ name: '青原镇人民政府', kind: 'town', level: 'township', parentId: null, validFrom: '2010-01-01' },
  });
  const report = { ...made, kind: 'own' as const };
  const key = { agencyId, year: report.year, kind: report.kind };
  await services.publication.archiveAll(installation, [{ ...key, report, publishedOn: `${report.year + 1}-01-15` }]);
  const body = JSON.stringify(report);
  const { pool } = source;
  const id = `'01BENCH' || lpad(n::text, 19, '0')`;
  const all = `FROM generate_series(1, ${REPORTS - 1}) n`;
  await pool.query(`INSERT INTO agency (id) SELECT ${id} ${all}`);
  await pool.query(`INSERT INTO agency_period (agency_id, valid_from, name, kind, level)
    SELECT ${id}, '2010-01-01', '第' || n || '镇人民政府', 'town', 'township' ${all}`);
  for (let first = 1; first < REPORTS; first += 1_000) {
    const numbers = Array.from({ length: Math.min(1_000, REPORTS - first) }, (_, at) => first + at);
    const bodies = numbers.map((n) =>
      body.replaceAll('公开', `公开${createHash('sha256').update(String(n)).digest('hex').slice(0, 6)}`),
    );
    await pool.query(
      `INSERT INTO revision (agency_id, year, kind, number, form, title, origin, body, digest)
       SELECT ${id}, ${key.year}, 'own', 1, $3, '年报', 'archived', body, encode(sha256(convert_to(body, 'UTF8')), 'hex')
       FROM unnest($1::int[], $2::text[]) AS given(n, body)`,
      [numbers, bodies, report.form],
    );
  }
  for (const [table, columns] of [
    ['publication', 'number, action, revision, published_on, at'],
    ['figures', 'revision, form, cells'],
    ['passage', 'position, section, text, bigrams'],
  ] as const)
    await pool.query(
      `INSERT INTO ${table} (agency_id, year, kind, ${columns})
       SELECT ${id}, year, kind, ${columns} FROM ${table}, generate_series(1, ${REPORTS - 1}) n WHERE agency_id = $1`,
      [agencyId],
    );
  await pool.query('VACUUM ANALYZE');
}
