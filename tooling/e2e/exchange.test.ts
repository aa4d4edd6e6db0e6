import { figuresCsv, forSpreadsheets } from '@gongkai/exporter/csv';
import { reportJson } from '@gongkai/exporter/json';
import { importDocument, type ImportSuccess } from '@gongkai/importer';
import { blankReport, buildTables, cellOf, forms, valuesOf, type Form, type Report, type Value } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';

/** Every kind of value that a cell can have. */
function reportOf(form: Form): Report {
  const odd: readonly Value[] = [0, null, { na: '/' }, { na: '—' }, { na: '无' }];
  const valueOf = (key: string): Value => {
    const { ordinal, measure } = cellOf(form, key);
    if (ordinal % 9 < odd.length) return odd[ordinal % 9]!;
    if (measure === 'money') return `${ordinal}.650`;
    return measure === 'change' && ordinal % 2 === 0 ? -ordinal : ordinal;
  };
  const blank = blankReport(form, { name: '云溪县财政局' }, form.years.from, 'own');
  return { ...blank, tables: buildTables(form, valueOf) };
}

async function read(text: string, fileName: string): Promise<ImportSuccess> {
  const result = await importDocument(new TextEncoder().encode(text), { fileName });
  if (!result.ok) throw new Error(result.message);
  return result;
}

describe.each(forms)('a report in $id comes back', (form) => {
  const report = reportOf(form);

  it('from its JSON as it was', async () => {
    expect((await read(reportJson(report), 'report.json')).report).toEqual(report);
  });

  it.each([
    ['as programs take it', figuresCsv(report)],
    ['as spreadsheet programs take it', figuresCsv(report, forSpreadsheets)],
  ])('from its figures as CSV, %s, with every value', async (_name, csv) => {
    const result = await read(csv, `yunxi-${form.years.from}.csv`);
    expect(result.report.form).toBe(form.id);
    expect(result.report.year).toBe(form.years.from);
    expect(valuesOf(form, result.report.tables)).toEqual(valuesOf(form, report.tables));
    expect(figuresCsv(result.report)).toBe(figuresCsv(report));
    expect(Object.values(result.provenance).every(({ certainty }) => certainty === 'read')).toBe(true);
  });
});

describe('figures as CSV', () => {
  const form = forms[1];
  const csv = figuresCsv(reportOf(form));
  const codesOf = (result: ImportSuccess) => result.notes.map(({ code }) => code);

  it('without a line, with a word for a number or a line too many name what is not read', async () => {
    const result = await read(
      csv.replace(/^三,一,总计,.*\n/mu, '').replace(/^(三,二,总计),.*$/mu, '$1,约12') + '三,九,总计,5\n',
      'figures.csv',
    );
    expect(result.provenance['requests.received.total']).toEqual({ raw: '', certainty: 'unread' });
    expect(result.provenance['requests.carriedIn.total']).toMatchObject({ raw: '约12', certainty: 'unread' });
    expect(codesOf(result)).toEqual(
      expect.arrayContaining(['cells-missing', 'cell-unread', 'extra-row', 'year-missing']),
    );
  });

  it('that say two things of one cell read neither', async () => {
    const { provenance, report } = await read(
      csv.replace(/^三,一,总计,.*\n/mu, '三,一,总计,7\n三,一,总计,8\n'),
      'f.csv',
    );
    expect(provenance['requests.received.total']?.certainty).toBe('unread');
    expect(report.tables.requests.received.total).toBeNull();
  });
});
