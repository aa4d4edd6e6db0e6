import { blankReport, forms } from '@gongkai/schema';
import { expect, it } from 'vitest';
import type { Api } from '../../platform.ts';
import { loadReportFile, reportFile } from './report-file.ts';

const digest = 'd'.repeat(64);
const agency = { id: '01JAAAAAAAAAAAAAAAAAAAAAAA', name: '云溪县青原镇人民政府' };
const report = blankReport(forms[0]!, agency, 2020, 'own');
const published = { digest, body: JSON.stringify(report) };

it('writes the figures for spreadsheets, with byte order mark and their line endings', async () => {
  const response = reportFile(published, 'csv');
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  const lines = new TextDecoder().decode(bytes).split('\r\n');
  expect(lines[0]).toBe('section,row,column,value');
  expect(lines).toHaveLength(200);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
});

it('names the file after the title, with an ASCII name for old programs', () => {
  const disposition = reportFile(published, 'csv').headers.get('content-disposition')!;
  expect(disposition).toMatch(/^attachment; filename="report-2020-own\.csv"; filename\*=UTF-8''%E4/);
  expect(decodeURIComponent(disposition.split("''")[1]!)).toBe(`${report.title}.csv`);
});

it('serves the public JSON byte for byte as stored', async () => {
  const response = reportFile(published, 'json');
  expect(await response.text()).toBe(published.body);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
});

it('has a different ETag for each format of a revision', () => {
  const tags = (['json', 'csv'] as const).map((format) => reportFile(published, format).headers.get('etag'));
  expect(tags).toEqual([`"${digest}"`, `"${digest}.csv"`]);
});

const refusing = (code: string) => {
  const canonical = () => Promise.reject(Object.assign(new Error(code, { cause: { code } }), { code: 'NOT_FOUND' }));
  return { report: { canonical } } as unknown as Api;
};

it('serves no file of a withdrawn report', async () => {
  const response = await loadReportFile(refusing('withdrawn'), { digest }, 'json');
  expect(response!.status).toBe(410);
  expect(await response!.text()).not.toContain(agency.name);
});

it('serves no file if no such report was published', async () => {
  expect(await loadReportFile(refusing('not_found'), { digest }, 'csv')).toBeUndefined();
});
