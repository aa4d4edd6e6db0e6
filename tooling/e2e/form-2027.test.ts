// The registry entry comes first: what follows reads the registry when it loads.
import '../../packages/schema/src/testing/form-2027/register.ts';
import { figuresCsv } from '@gongkai/exporter/csv';
import { reportJson } from '@gongkai/exporter/json';
import { importDocument } from '@gongkai/importer';
import {
  carriedOver,
  checkFigures,
  difference,
  failures,
  figuresOf,
  formOf,
  formOfYear,
  forms,
  parseReport,
  tableModel,
  valueAt,
  withValue,
  type Report,
} from '@gongkai/schema';
import { check, rulesOf, runVector } from '@gongkai/schema/catalogue';
import { inEnglish } from '@gongkai/schema/english';
import { jsonSchemaOf } from '@gongkai/schema/json-schema';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ReportKey } from '../../packages/api/src/common/schemas.ts';
import { createPublicContext } from '../../packages/api/src/context.ts';
import { createCaller, type Caller } from '../../packages/api/src/router.ts';
import { openCountyFixture, sampleReport, type CountyFixture } from '../../packages/api/src/testing/county-fixture.ts';
import { draftOf } from '../../packages/importer/src/testing/specimen.ts';
import { makers } from '../../packages/importer/src/testing/variations/measure.ts';

vi.setConfig({ testTimeout: 60_000 });

const form = formOf('form-2027');
const town = '云溪县青原镇人民政府';

const set = (report: Report, figures: Readonly<Record<string, number | string>>): Report =>
  Object.entries(figures).reduce(
    (changed, [key, value]) => withValue(formOf(report.form), changed, key, value as number),
    report,
  );

/** Requests of natural persons, whose total column is the same. */
const ofPersons = (rows: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(rows).flatMap(([row, count]) => [
      [`requests.${row}.naturalPersons`, count],
      [`requests.${row}.total`, count],
    ]),
  );

/** A sound report in the fictional form, with figures in every table. */
const reportOf = (key: ReportKey, name: string, granted = 2): Report =>
  set(sampleReport(key, undefined, name), {
    'disclosure.normativeDocuments.issued': 3,
    'disclosure.normativeDocuments.inForce': 3,
    'disclosure.licensing.decisions': 12,
    ...ofPersons({ received: granted + 3, granted, withdrawn: 2, remainingReasons: 1, total: granted + 3 }),
    'litigation.reconsideration.upheld': 1,
    'litigation.reconsideration.total': 1,
    'staffing.fullTime.people': 1,
    'staffing.partTime.people': 2,
    'staffing.allStaff.people': 3,
    'staffing.costs.amount': '3.50',
  });

const key2027: ReportKey = { agencyId: '1', year: 2027, kind: 'own' };
const report = reportOf(key2027, town);
const report2026 = set(sampleReport({ ...key2027, year: 2026 }, undefined, town), {
  'disclosure.normativeDocuments.issued': 1,
  ...ofPersons({ received: 6, granted: 2, otherReasons: 4, total: 6 }),
});
/** Their vectors have the days of the law, and this form has others: see below. */
const onDeadlines = new Set(['R75', 'R76']);
const failed = (findings: ReturnType<typeof check>) => failures(findings).map(({ rule }) => rule);

describe('a form that only its folder and its registry entry know', () => {
  it('is the form of its years, and ends those of the form before', () => {
    expect(formOfYear(2027)?.id).toBe('form-2027');
    expect(formOfYear(2026)?.id).toBe('form-2021');
    expect(forms.map(({ years }) => years.to)).toEqual([2020, 2026, undefined]);
  });

  it('has rules whose vectors hold, with English labels, table models and a JSON Schema', () => {
    for (const rule of rulesOf(form).filter(({ id }) => !onDeadlines.has(id)))
      for (const vector of rule.vectors)
        expect(runVector(form, rule, vector), `${rule.id}: ${vector.name}`).toBe(vector.verdict);
    expect(inEnglish(form).sections.at(-1)!.title).toBe('Staff and costs');
    expect(tableModel(form, 'staffing').blocks).toHaveLength(2);
    expect(JSON.stringify(jsonSchemaOf(form))).toContain('withdrawn');
  });

  it.each(['text', 'html', 'xlsx', 'docx'] as const)(
    'is read from a document as %s, every figure as printed',
    async (kind) => {
      const result = await importDocument(makers[kind](draftOf(form, report), { name: '' }, form));
      if (!result.ok) throw new Error(result.message);
      expect(result.report.form).toBe(form.id);
      expect(figuresOf(form, result.report.tables)).toEqual(figuresOf(form, report.tables));
    },
  );

  it('is checked by the shared rules and by its own, on its own table', () => {
    expect(failed(checkFigures(form, report))).toEqual([]);
    expect(failed(checkFigures(form, set(report, { 'staffing.allStaff.people': 4 })))).toEqual(['R901']);
    expect(failed(checkFigures(form, set(report, { 'requests.withdrawn.total': 3 })))).toEqual(
      expect.arrayContaining(['R30', 'R31']),
    );
  });

  it('has the deadline that it sets', () => {
    const late = (publishedOn: string) => failed(check(form, report, { publication: { publishedOn } })).includes('R75');
    expect([late('2028-02-20'), late('2028-02-21')]).toEqual([false, true]);
  });

  it('names its own document as the one to cite', () => {
    const citing = (document: string) =>
      failed(check(form, { ...report, preamble: [{ type: 'paragraph', text: `根据${document}编制。` }] }));
    expect(citing('国办公开办函〔2021〕30号')).toContain('R15');
    expect(citing('国办公开办函〔2027〕99号')).not.toContain('R15');
  });

  it('is compared with the form before by its lineage: the split row as one, the renamed column as it is', () => {
    const { changes, incomparable } = difference(report2026, report);
    expect(changes).toContainEqual({ cell: 'requests.otherReasons.total', before: 4, after: 3 });
    expect(changes).toContainEqual({ cell: 'disclosure.normativeDocuments.issued', before: 1, after: 3 });
    expect(incomparable).toContain('staffing.fullTime.people');
    expect(carriedOver(form, { previous: report2026 }).get('requests.carriedIn.total')).toBe(0);
  });

  it('is exported as CSV and JSON, and parsed again', () => {
    const csv = figuresCsv(report).split('\n');
    expect(csv).toContain('七,专职人员,年末人数,1');
    expect(csv).toContain('三,（六）3,总计,2');
    expect(csv).toContain('七,工作经费,本年支出金额（单位：万元）,3.50');
    const parsed = parseReport(JSON.parse(reportJson(report)));
    expect(parsed.ok && parsed.report).toEqual(report);
  });
});

describe('reports in that form, from draft to roll-up', () => {
  let world: CountyFixture;
  let clerk: Caller;
  let reviewer: Caller;
  let publisher: Caller;
  let reader: Caller;
  const year = 2027;

  beforeAll(async () => {
    world = await openCountyFixture('pglite');
    world.passTo('2028-01-20T06:00:00Z');
    const { county: agencyId } = world.agencies;
    clerk = createCaller(await world.signIn('县填报人', { agencyId, role: 'drafter' }));
    reviewer = createCaller(await world.signIn('县审核人', { agencyId, role: 'reviewer' }));
    publisher = createCaller(await world.signIn('县公布人', { agencyId, role: 'publisher' }));
    reader = createCaller(createPublicContext(world.services));
    const { town: agency } = world.agencies;
    await world.publish({ agencyId: agency, year: 2026, kind: 'own' }, report2026, '2027-01-15');
  }, 60_000);
  afterAll(() => world.close());

  const release = async (key: ReportKey, submitted: Report) => {
    await clerk.draft.start({ ...key, report: submitted });
    await clerk.review.submit({ ...key, lockVersion: 1 });
    const { revision, digest } = await reviewer.review.revision(key);
    await reviewer.review.accept({ ...key, revision });
    await publisher.publication.publish({ ...key, digest });
  };

  it('are submitted, reviewed, published and read, with the figures of both years', async () => {
    const key: ReportKey = { agencyId: world.agencies.town, year, kind: 'own' };
    await release(key, reportOf(key, town));
    const published = await reader.report.get(key);
    expect(figuresOf(form, published.report.tables)).toEqual(figuresOf(form, report.tables));
    expect(published.findings.filter(({ severity }) => severity === 'block')).toEqual([]);
  });

  it('are rolled up cell by cell, the new table too', async () => {
    const office: ReportKey = { agencyId: world.agencies.office, year, kind: 'own' };
    await release(office, reportOf(office, '云溪县人民政府办公室', 5));
    const key: ReportKey = { agencyId: world.agencies.county, year, kind: 'consolidated' };
    await clerk.rollup.generate({ agencyId: key.agencyId, year });
    const { report: sum } = await clerk.draft.get(key);
    expect(sum.form).toBe(form.id);
    expect(valueAt(form, sum, '三.（六）3.总计')).toBe(4);
    expect(valueAt(form, sum, '三.（一）.总计')).toBe(7);
    expect(valueAt(form, sum, '七.人员合计.年末人数')).toBe(6);
    expect(valueAt(form, sum, 'staffing.costs.amount')).toBe('7.00');
  });
});
