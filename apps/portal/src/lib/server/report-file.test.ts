import { blankReport, forms } from '@gongkai/schema';
import type { PublishedReport } from '@gongkai/api/schemas';
import { expect, it } from 'vitest';
import { reportFile } from './report-file.ts';

const digest = 'd'.repeat(64);
const agency = { id: '01JAAAAAAAAAAAAAAAAAAAAAAA', name: '云溪县青原镇人民政府' };
const report = blankReport(forms[0]!, agency, 2020, 'own');
const published: PublishedReport = {
  summary: {
    agencyId: agency.id,
    agencyName: agency.name,
    year: 2020,
    kind: 'own',
    title: report.title,
    form: report.form,
    publishedOn: '2021-01-20',
    origin: 'archived',
    digest,
    state: 'published',
    corrections: 0,
  },
  report,
  revision: { number: 1, digest, createdAt: '2021-01-20T01:00:00.000Z' },
  findings: [],
  history: [],
  years: [],
};

it('gives the figures to spreadsheets with byte order mark and line ends of theirs', async () => {
  const response = reportFile(published, 'csv');
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  const lines = new TextDecoder().decode(bytes).split('\r\n');
  expect(lines[0]).toBe('section,row,column,value');
  expect(lines).toHaveLength(200);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
});

it('names the file after the title, with a plain name for old programs', () => {
  const disposition = reportFile(published, 'csv').headers.get('content-disposition')!;
  expect(disposition).toMatch(/^attachment; filename="report-2020-own\.csv"; filename\*=UTF-8''%E4/);
  expect(decodeURIComponent(disposition.split("''")[1]!)).toBe(`${report.title}.csv`);
});

it('gives the public JSON as it was published', async () => {
  const response = reportFile(published, 'json');
  expect(await response.json()).toEqual(report);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
});

it('has a tag of its own for each format of a revision', () => {
  const tags = (['json', 'csv'] as const).map((format) => reportFile(published, format).headers.get('etag'));
  expect(tags).toEqual([`"${digest}.json"`, `"${digest}.csv"`]);
});

it('gives nothing of a withdrawn report', () => {
  const withdrawn = { ...published, summary: { ...published.summary, state: 'withdrawn' as const } };
  expect(reportFile(withdrawn, 'json').status).toBe(410);
});
