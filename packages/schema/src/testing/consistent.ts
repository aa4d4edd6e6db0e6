import type { Form } from '../engine/form.ts';
import { cellsOf } from '../layout/cells.ts';
import { blankReport, buildTables } from '../report/blank.ts';
import type { Report } from '../report/report.ts';
import type { Value } from '../report/value.ts';

/** A report whose sums all hold; every free figure is asked for by its key, totals and row 一 are computed. */
export function consistentReport(
  form: Form,
  figure: (cellKey: string) => number,
  agency = '云溪县青原镇人民政府',
): Report {
  const figures = new Map<string, Value>();
  const at = (key: string) => Number(figures.get(key) ?? 0);
  const put = (key: string, value: Value) => figures.set(key, value);
  for (const { key, measure, table } of cellsOf(form)) {
    if (table !== 'requests' && table !== 'litigation')
      put(key, measure === 'money' ? `${figure(key)}.50` : figure(key));
  }
  const [three] = form.tables.requests!.blocks;
  const leaves = three!.rows.filter(({ key, under }) => under !== undefined && key !== 'total').map(({ key }) => key);
  const kinds = three!.columns.map(({ key }) => key).filter((key) => key !== 'total');
  for (const kind of kinds) {
    for (const row of [...leaves, 'carriedOut']) put(`requests.${row}.${kind}`, figure(`requests.${row}.${kind}`));
    put(
      `requests.total.${kind}`,
      leaves.reduce((sum, row) => sum + at(`requests.${row}.${kind}`), 0),
    );
    const out = at(`requests.total.${kind}`) + at(`requests.carriedOut.${kind}`);
    const carriedIn = Math.min(out, figure(`requests.carriedIn.${kind}`));
    put(`requests.carriedIn.${kind}`, carriedIn);
    put(`requests.received.${kind}`, out - carriedIn);
  }
  for (const { key } of three!.rows)
    put(
      `requests.${key}.total`,
      kinds.reduce((sum, kind) => sum + at(`requests.${key}.${kind}`), 0),
    );
  for (const { key: group } of form.tables.litigation!.blocks[0]!.rows) {
    const results = ['upheld', 'corrected', 'otherResults', 'pending'].map((key) => `litigation.${group}.${key}`);
    for (const key of results) put(key, figure(key));
    put(
      `litigation.${group}.total`,
      results.reduce((sum, key) => sum + at(key), 0),
    );
  }
  return {
    ...blankReport(form, { name: agency }, form.years.from, 'own'),
    tables: buildTables(form, (key) => figures.get(key) ?? null),
  };
}

/** Figures that look random and are the same in every run. */
export function seeded(seed: number, most: number): (cellKey: string) => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % (most + 1);
  };
}
