import { createHash } from 'node:crypto';
import { createServices, installation } from '@gongkai/api';
import type { OpenDatabase } from '@gongkai/db';
import { reportWithPrevious } from './report.ts';

/** One published report made by the service, and copies of its rows for other agencies, each with a text of its own. */
export async function fillWithReports({ db, pool }: OpenDatabase, reports: number): Promise<void> {
  const { report: made } = reportWithPrevious();
  const services = createServices({ db, clock: () => new Date() });
  const agencyId = await services.agency.create({
    ...{ name: '青原镇人民政府', kind: 'town', level: 'township', parentId: null, validFrom: '2010-01-01' },
  });
  const report = { ...made, kind: 'own' as const };
  const key = { agencyId, year: report.year, kind: report.kind };
  await services.publication.archiveAll(installation, [{ ...key, report, publishedOn: `${report.year + 1}-01-15` }]);
  const body = JSON.stringify(report);
  const id = `'01BENCH' || lpad(n::text, 19, '0')`;
  const all = `FROM generate_series(1, ${reports - 1}) n`;
  await pool.query(`INSERT INTO agency (id) SELECT ${id} ${all}`);
  await pool.query(`INSERT INTO agency_period (agency_id, valid_from, name, kind, level)
    SELECT ${id}, '2010-01-01', '第' || n || '镇人民政府', 'town', 'township' ${all}`);
  for (let first = 1; first < reports; first += 1_000) {
    const numbers = Array.from({ length: Math.min(1_000, reports - first) }, (_, at) => first + at);
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
       SELECT ${id}, year, kind, ${columns} FROM ${table}, generate_series(1, ${reports - 1}) n WHERE agency_id = $1`,
      [agencyId],
    );
  await pool.query('VACUUM ANALYZE');
}
