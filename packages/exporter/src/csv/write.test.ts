import { existsSync, readdirSync, readFileSync } from 'node:fs';
import {
  blankReport,
  buildTables,
  cellOf,
  formOfYear,
  forms,
  type Form,
  type Report,
  type Value,
} from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { sampleReport } from '../testing/sample-report.ts';
import { figuresCsv, forSpreadsheets } from './write.ts';

const golden = (name: string) => readFileSync(new URL(`../../golden/${name}`, import.meta.url), 'utf8');

describe.each(forms)('the figures of $id as CSV', (form) => {
  const report = sampleReport(form);

  it('are as in the golden file', () => {
    expect(figuresCsv(report)).toBe(golden(`${form.id}.figures.csv`));
  });

  it('say the same with a byte order mark and CRLF for spreadsheet programs', () => {
    const csv = figuresCsv(report, forSpreadsheets);
    expect(csv.startsWith('\u{FEFF}section,row,column,value\r\n')).toBe(true);
    expect(csv.slice(1).replaceAll('\r\n', '\n')).toBe(figuresCsv(report));
  });
});

/** Figures of documents: the importer's fixtures, and real reports beside the repository where they are. */
const fixtures = new URL('../../../importer/fixtures/', import.meta.url);
const realReports = new URL('../../../../../shared/corpus/', import.meta.url);
const figuresIn = (folder: URL) => readdirSync(folder).filter((name) => name.endsWith('.figures.csv'));
const comesOutAsItWas = (folder: URL, name: string) => {
  const csv = readFileSync(new URL(name, folder), 'utf8');
  expect(figuresCsv(read(formOfYear(Number(/\d{4}/.exec(name)![0]))!, csv))).toBe(csv);
};

describe('the figures of a document', () => {
  it.each(figuresIn(fixtures))('come out of the fixture %s byte for byte', (name) => comesOutAsItWas(fixtures, name));

  it.runIf(existsSync(realReports))('come out of every real report beside the repository byte for byte', () => {
    const names = figuresIn(realReports);
    expect(names).not.toEqual([]);
    for (const name of names) comesOutAsItWas(realReports, name);
  });
});

/** Figures without quotes, back into a report. */
function read(form: Form, csv: string): Report {
  const values = new Map(
    csv
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [section, row, column, value] = line.split(',') as [string, string, string, string];
        const cell = cellOf(form, `${section}.${row}.${column}`);
        return [cell.key, toValue(value, cell.measure)];
      }),
  );
  const blank = blankReport(form, { name: '某机关' }, form.years.from, 'own');
  return { ...blank, tables: buildTables(form, (key) => values.get(key) ?? null) };
}

function toValue(text: string, measure: string): Value {
  if (text === '') return null;
  return measure === 'money' ? text : Number(text);
}
