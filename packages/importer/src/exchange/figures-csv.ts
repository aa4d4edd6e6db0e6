import {
  blankReport,
  buildTables,
  cellsOf,
  findCell,
  forms,
  unknownAgency,
  type Form,
  type Value,
} from '@gongkai/schema';
import { yearIn } from '../recognise/year.ts';
import type { ImportHints, ImportSuccess } from '../recognise/result.ts';
import { readCellText } from '../recognise/table/cells/cell-text.ts';
import { toFigure } from '../recognise/table/cells/figure.ts';
import type { CellOrigin } from '../recognise/table/read-tables.ts';
import { readCsv, type CsvRecord } from '../read/csv/read-csv.ts';
import { decodeText } from '../read/text/decode.ts';
import type { SourceCell } from '../source/document.ts';
import { note, type ImportNote } from '../source/note.ts';
import type { Place } from '../source/place.ts';

const head = ['section', 'row', 'column', 'value'];

export function looksLikeFigures(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 200);
  // Spreadsheet programs also save text in UTF-16.
  return ['utf-8', 'utf-16le', 'utf-16be'].some((encoding) => {
    const [first] = new TextDecoder(encoding).decode(start).split(/[\r\n]/);
    const words = first!.split(/[,;\t]/).map((word) => word.replaceAll('"', '').trim());
    return words.join() === head.join();
  });
}

/**
 * Reads figures as CSV (`section,row,column,value`). Every figure is restored; the file does not hold the name or the
 * year of the report.
 * @throws Refusal if a line is not valid CSV
 */
export function readFiguresCsv(bytes: Uint8Array, hints: ImportHints): ImportSuccess {
  const { text } = decodeText(bytes);
  const [, ...lines] = readCsv(text, { expected: '由本系统写出的数据 CSV', even: true });
  const form = formFor(lines);
  const values = new Map<string, Value>();
  const origins = new Map<string, CellOrigin>();
  const notes: ImportNote[] = [];
  const twice = new Set<string>();
  for (const record of lines) {
    const [section = '', row = '', column = '', raw = ''] = record.fields;
    const code = `${section}.${row}.${column}`;
    const place = placeOf(record);
    const cell = findCell(form, code);
    if (!cell) {
      notes.push(note('extra-row', 'warning', `格式里没有“${code}”，其中的数没有读入。`, { place }));
      continue;
    }
    const value = valueOf(raw, cell.measure);
    const differs = origins.has(cell.key) && JSON.stringify(values.get(cell.key)) !== JSON.stringify(value);
    if (differs) twice.add(cell.key);
    values.set(cell.key, value ?? null);
    origins.set(cell.key, { raw, place, certainty: value === undefined ? 'unread' : 'read' });
    if (value === undefined)
      notes.push(note('cell-unread', 'warning', `“${code}”没有读入，原文是“${raw}”。`, { cells: [cell.key], place }));
  }
  for (const key of twice) {
    values.set(key, null);
    origins.set(key, { raw: origins.get(key)!.raw, certainty: 'unread' });
    notes.push(note('row-twice', 'warning', `“${key}”出现两次，数字不同，没有读入。`, { cells: [key] }));
  }
  const year = yearIn(hints.fileName ?? '');
  notes.push(
    note('agency-missing', 'warning', '数据文件没有机关名称，请填写。'),
    year === undefined
      ? note('year-missing', 'warning', `数据文件没有年度，暂记为 ${form.years.from} 年，请填写。`)
      : note('year-inferred', 'warning', `数据文件没有年度，按文件名读作 ${year} 年，请确认。`),
    ...missingNotes(form, origins),
  );
  const blank = blankReport(form, { name: unknownAgency }, year ?? form.years.from, 'own');
  return {
    ok: true,
    report: {
      ...blank,
      tables: buildTables(form, (key) => values.get(key) ?? null),
      origin: { type: 'archived', ...(hints.fileName === undefined ? {} : { source: { file: hints.fileName } }) },
    },
    provenance: Object.fromEntries(
      cellsOf(form).map(({ key }) => [key, origins.get(key) ?? { raw: '', certainty: 'unread' as const }]),
    ),
    notes,
    document: { blocks: [{ type: 'grid', aligned: false, rows: lines.map(rowOf) }], notes: [] },
  };
}

function placeOf({ fields, line }: CsvRecord): Place {
  return { type: 'text', line, column: 1, length: fields.join().length };
}

function rowOf(record: CsvRecord): SourceCell[] {
  return record.fields.map((text, column) => ({ text, column, colspan: 1, place: placeOf(record) }));
}

/** The form that contains most of the codes. */
function formFor(lines: readonly CsvRecord[]): Form {
  const hits = (form: Form) =>
    lines.filter(({ fields: [section, row, column] }) => findCell(form, `${section}.${row}.${column}`)).length;
  return forms.toSorted((a, b) => hits(b) - hits(a))[0]!;
}

/** The value of a field; undefined if it is not a figure. */
function valueOf(raw: string, measure: Parameters<typeof toFigure>[1]): Value | undefined {
  // The apostrophe keeps spreadsheet programs from evaluating a text as a formula.
  const text = readCellText(raw.replace(/^'(?=[=+\-@\t\r])/, ''));
  return text.type === 'text' ? undefined : toFigure(text, measure, '万元')?.value;
}

function missingNotes(form: Form, origins: ReadonlyMap<string, CellOrigin>): ImportNote[] {
  const missing = cellsOf(form).filter(({ key }) => !origins.has(key));
  if (missing.length === 0) return [];
  const listed = missing.slice(0, 5).map(({ code }) => code);
  return [
    note('cells-missing', 'warning', `数据文件里缺 ${missing.length} 格：${listed.join('、')}等，没有读入。`, {
      cells: missing.map(({ key }) => key),
    }),
  ];
}
