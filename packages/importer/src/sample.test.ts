import { readFileSync } from 'node:fs';
import { blockText, formOf, valueAt } from '@gongkai/schema';
import { expect, it } from 'vitest';
import { importDocument } from './import-document.ts';

const bytes = new Uint8Array(readFileSync(new URL('../fixtures/qingyuan-2020.txt', import.meta.url)));
const result = await importDocument(bytes, { fileName: 'qingyuan-2020.txt' });
if (!result.ok) throw new Error(result.message);
const { report, provenance, notes } = result;
const codes = (cell: string) => notes.filter(({ cells }) => cells?.includes(cell)).map(({ code }) => code);

it('reads title, body, year, kind, period and contact', () => {
  expect(report).toMatchObject({
    title: '宝清县青原镇人民政府2020年政府信息公开工作年度报告',
    agency: { name: '宝清县青原镇人民政府' },
    year: 2020,
    kind: 'own',
    period: { from: '2020-01-01', to: '2020-12-31' },
    contact: {
      office: '青原镇党政综合办',
      address: '青原镇长青路 1 号',
      postcode: '155600',
      phone: '0469-1234567',
      website: 'http://www.qingyuan.example',
    },
    origin: { type: 'archived', source: { file: 'qingyuan-2020.txt' } },
  });
  expect(formOf(report.form).years).toEqual({ from: 2019, to: 2020 });
});

it('joins the paragraph that a page break cut in two', () => {
  const overview = report.sections[0]!.blocks.map((block) => (block.type === 'table' ? '' : blockText(block)));
  expect(overview[1]).toMatch(/^（一）明确分工.*联络员负责收集本站所的信息。$/);
  expect(overview).toHaveLength(4);
});

it('keeps the sign of a change and the decimals of an amount', () => {
  expect(valueAt(formOf(report.form), report, 'disclosure.licensing.change')).toBe(52);
  expect(valueAt(formOf(report.form), report, 'disclosure.penalties.change')).toBe(-21);
  expect(valueAt(formOf(report.form), report, 'disclosure.centralisedProcurement.amount')).toBe('105.650');
  expect(provenance['disclosure.centralisedProcurement.amount']).toEqual({
    raw: '105.650万',
    certainty: 'read',
    place: { type: 'text', line: 41, column: 10, length: 8 },
  });
  expect(codes('disclosure.centralisedProcurement.amount')).toEqual(['converted']);
});

it('leaves the five blank cells blank and says so', () => {
  const cells = ['upheld', 'corrected', 'otherResults', 'pending', 'total'].map(
    (column) => `litigation.reconsideration.${column}`,
  );
  for (const cell of cells) {
    expect(valueAt(formOf(report.form), report, cell)).toBeNull();
    expect(provenance[cell]).toMatchObject({ raw: '', certainty: 'read' });
    expect(codes(cell)).toEqual(['blank-cells']);
  }
});

it('takes a row that a page break cut in two as one row', () => {
  expect(provenance['requests.enforcementFiles.total']?.certainty).toBe('read');
  expect(provenance['requests.confirmation.total']?.certainty).toBe('read');
  expect(report.asFound).toEqual({ labels: {}, extraRows: [], missingRows: [] });
});

it('says of rows with a value too many that no reading differs', () => {
  for (const row of ['otherHandling', 'total', 'carriedOut'])
    expect(codes(`requests.${row}.total`)).toEqual(['surplus-cells']);
});
