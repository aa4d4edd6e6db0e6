// Sums over 150,000 generated reports of one year by the open API, against the bare SQL for the same numbers.
import { createRest, createServices } from '@gongkai/api';
import { migrate, openDatabase } from '@gongkai/db';
import { cellsOf, formOfYear } from '@gongkai/schema';
import { benchDatabase } from '../src/postgres.ts';
import { ratio } from '../src/ratio.ts';

const REPORTS = 150_000;
const YEAR = 2024;
const form = formOfYear(YEAR)!;
const cells = cellsOf(form);
const wanted = ['三.一.总计', '三.（三）7.总计'].map((code) => cells.find((cell) => cell.code === code)!);

await using bench = await benchDatabase();
const database = await openDatabase({ url: bench.url });
const { db, pool } = database;
await migrate(database);
await generate();
const api = createRest(createServices({ db, clock: () => new Date() }));
const codes = wanted.map(({ code }) => code).join();
const [first, second] = wanted.map(({ ordinal }) => ordinal);
const sums = `count(*), sum(f.cells[${first}]), count(f.cells[${first}]), sum(f.cells[${second}]), count(f.cells[${second}])`;
const shown = `figures f JOIN publication p
  ON p.agency_id = f.agency_id AND p.year = f.year AND p.kind = f.kind AND p.revision = f.revision
  JOIN agency_period a ON a.agency_id = f.agency_id AND a.valid_to IS NULL`;
const isShown = `f.year = ${YEAR} AND f.kind = 'own' AND p.action <> 'withdrawn' AND NOT EXISTS (SELECT FROM publication l
  WHERE l.agency_id = p.agency_id AND l.year = p.year AND l.kind = p.kind AND l.number > p.number)`;
await ratio(
  'sums by kind of agency : bare SQL',
  () => ask(`by=agencyKind`),
  () => pool.query(`SELECT a.kind, ${sums} FROM ${shown} WHERE ${isShown} GROUP BY a.kind`),
  { rounds: 7, atMost: 2 },
);
await ratio(
  'sums by region : bare SQL',
  () => ask(`by=region&under=${idOf(0)}`),
  () =>
    pool.query(`WITH RECURSIVE place(id, region) AS (
      SELECT agency_id, agency_id FROM agency_period WHERE valid_to IS NULL AND parent_id = '${idOf(0)}' UNION
      SELECT c.agency_id, place.region FROM agency_period c JOIN place ON c.parent_id = place.id WHERE c.valid_to IS NULL)
      SELECT place.region, ${sums} FROM ${shown} JOIN place ON place.id = f.agency_id WHERE ${isShown}
      GROUP BY place.region`),
  { rounds: 7, atMost: 2 },
);
await database.close();

async function ask(by: string): Promise<void> {
  const response = await api.request(`/statistics?year=${YEAR}&cells=${codes}&${by}`);
  const { groups } = (await response.json()) as { groups: { reports: number }[] };
  const counted = groups.reduce((sum, { reports }) => sum + reports, 0);
  if (counted < REPORTS - 50) throw new Error(`only ${counted} reports were counted`);
}

/** A root, 31 places below it, and the reporting bodies below those. */
async function generate(): Promise<void> {
  const id = (serial: string) => `'01BENCH' || lpad((${serial})::text, 19, '0')`;
  const key = `${id('n')}, ${YEAR}, 'own'`;
  const from = `FROM generate_series(100, ${REPORTS + 99}) n`;
  await pool.query(`INSERT INTO agency (id) SELECT ${id('n')} FROM generate_series(0, 31) n`);
  await pool.query(`INSERT INTO agency (id) SELECT ${id('n')} ${from}`);
  await pool.query(`INSERT INTO agency_period (agency_id, valid_from, name, kind, level, parent_id)
    SELECT ${id('n')}, '2010-01-01', '地区' || n, 'government', 'province', CASE WHEN n > 0 THEN ${id('0')} END
    FROM generate_series(0, 31) n`);
  await pool.query(`INSERT INTO agency_period (agency_id, valid_from, name, kind, level, parent_id)
    SELECT ${id('n')}, '2010-01-01', '机关' || n, (ARRAY['department', 'town', 'streetOffice'])[n % 3 + 1], 'county',
      ${id('1 + n % 31')} ${from}`);
  await pool.query(`INSERT INTO revision (agency_id, year, kind, number, form, title, origin, body, digest)
    SELECT ${key}, 1, '${form.id}', '年报', 'entered', '{}', repeat('0', 64) ${from}`);
  await pool.query(`INSERT INTO publication (agency_id, year, kind, number, action, revision, published_on)
    SELECT ${key}, 1, 'published', 1, '${YEAR + 1}-01-15' ${from}`);
  await pool.query(`INSERT INTO figures (agency_id, year, kind, revision, form, cells)
    SELECT ${key}, 1, '${form.id}',
      ARRAY(SELECT CASE WHEN (n + c) % 11 > 0 THEN (n * c) % 997 END FROM generate_series(1, ${cells.length}) c) ${from}`);
  await pool.query('VACUUM ANALYZE');
}

function idOf(serial: number): string {
  return `01BENCH${String(serial).padStart(19, '0')}`;
}
