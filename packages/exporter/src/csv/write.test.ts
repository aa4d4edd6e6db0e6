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

const corpus = new URL('../../../../../shared/corpus/', import.meta.url);
const documents = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith('.figures.csv')) : [];

describe.runIf(documents.length > 0)('the figures of a real report', () => {
  it.each(documents)('come out of %s byte for byte', (name) => {
    const csv = readFileSync(new URL(name, corpus), 'utf8');
    expect(figuresCsv(read(formOfYear(Number(/\d{4}/.exec(name)![0]))!, csv))).toBe(csv);
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
