import { buildTables, cellsOf, tableOf, type AsFound, type Form, type Tables } from '@gongkai/schema';
import { note, type ImportNote } from '../../source/note.ts';
import type { Place } from '../../source/place.ts';
import { textOf, type Line } from '../text/lines.ts';
import { align, type RowGroup } from './alignment/align-rows.ts';
import { asFound } from './notes/as-found.ts';
import { withBlankTotals } from './rows/blank-totals.ts';
import { headingsOf } from './alignment/column-headings.ts';
import { headingNotes, missingNotes } from './notes/form-notes.ts';
import { createLabelClassifier } from './alignment/label-classifier.ts';
import { labelIndex } from './alignment/labels.ts';
import { readRow, type ReadCell, type ReadRow } from './rows/read-row.ts';
import { mergeRepeatedRows } from './rows/repeated-rows.ts';
import { rowsOfOtherForm } from './rows/rows-of-other-form.ts';
import { noteRepeatedDigits } from './rows/repeated-digits.ts';
import { createSumCheck } from './rows/sums.ts';
import { tableNotes } from './notes/table-notes.ts';
import { findValueRows, type Slot } from './cells/value-rows.ts';

/** The origin of a figure and the certainty of its reading. */
export interface CellOrigin {
  /** Text in the source. */
  readonly raw: string;
  readonly place?: Place;
  /** `inferred`: placed or read by inference, to be confirmed. `unread`: could not be read; the cell is left blank. */
  readonly certainty: 'read' | 'inferred' | 'unread';
}

export interface ReadTables {
  readonly tables: Tables;
  readonly provenance: Readonly<Record<string, CellOrigin>>;
  readonly tableNotes: Readonly<Record<string, readonly string[]>>;
  readonly asFound: AsFound;
  readonly notes: readonly ImportNote[];
}

/** Lines between two headings; `table` is set if the heading names its table. */
export interface Zone {
  readonly lines: readonly Line[];
  readonly table: string | undefined;
}

/** Reads the tables of a form from the lines of its sections. */
export function readTables(form: Form, zones: readonly Zone[]): ReadTables {
  const index = labelIndex(form);
  const sense = createLabelClassifier(index);
  const pageNumbers: Slot[] = [];
  const groups: RowGroup[] = zones.map(({ lines, table }) => {
    const found = findValueRows(lines, sense);
    pageNumbers.push(...found.pageNumbers, ...found.rows.flatMap(({ strays }) => strays));
    return { ...found, table };
  });
  const found = align(groups, index);
  const headings = headingsOf(found.aligned);
  const sumsHold = createSumCheck(form);
  const other = rowsOfOtherForm(form, found, headings, sumsHold);
  const alignment = { ...found, extra: found.extra.filter((row) => !other.used.includes(row)) };
  const single = mergeRepeatedRows([
    ...alignment.aligned.map((aligned) => readRow(aligned, headings.get(aligned.match.rows[0]!.block)!, sumsHold)),
    ...other.rows,
  ]);
  const filled = withBlankTotals(single.rows, headings, sumsHold);
  const rows = { rows: filled.rows, notes: [...single.notes, ...filled.notes] };
  const read = new Map(rows.rows.flatMap((row) => row.cells.map((cell) => [cell.key, cell] as const)));
  const repeated = noteRepeatedDigits([...read.values()]);
  const doubted = new Set(repeated.flatMap(({ cells: keys = [] }) => keys));
  const cells = new Map(
    [...read].map(([key, cell]) => [key, doubted.has(key) ? { ...cell, certainty: 'inferred' as const } : cell]),
  );
  const missing = index.rows.filter(
    ({ table, row, block }) => !cells.has(`${table}.${row.key}.${block.columns[0]!.key}`),
  );
  return {
    ...figures(form, cells),
    tableNotes: remarks(form, rows.rows, groups),
    asFound: asFound(rows.rows, headings, alignment, missing, other),
    notes: [
      ...repeated,
      ...missingNotes(form, missing, (table) =>
        zones.some((zone) => (zone.table ?? table) === table && zone.lines.some((line) => textOf(line) !== '')),
      ),
      ...tableNotes(form, rows.rows, alignment),
      ...rows.notes,
      ...headingNotes(headings),
      ...pageNumbers.map(({ raw, place }) =>
        note('page-number', 'info', `单独一行的“${raw}”当作页码，没有读入。`, { place }),
      ),
    ],
  };
}

function figures(form: Form, cells: ReadonlyMap<string, ReadCell>): Pick<ReadTables, 'tables' | 'provenance'> {
  const origin = ({ key }: { key: string }): [string, CellOrigin] => {
    const cell = cells.get(key);
    if (!cell) return [key, { raw: '', certainty: 'unread' }];
    return [key, { raw: cell.raw, place: cell.place, certainty: cell.certainty }];
  };
  return {
    tables: buildTables(form, (key) => cells.get(key)?.value ?? null),
    provenance: Object.fromEntries(cellsOf(form).map(origin)),
  };
}

/** Remarks that belong to a table: texts after its figures and below it. */
function remarks(form: Form, rows: readonly ReadRow[], groups: readonly RowGroup[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { cells } of rows)
    for (const { remark, row, column } of cells)
      if (remark !== undefined) (found[row.table] ??= []).push(`${row.row.label}，${column.label}：${remark}`);
  for (const { table, after } of groups)
    for (const { text } of after)
      if (table !== undefined && /^(?:备注|注)\s*[:：]/u.test(text)) (found[table] ??= []).push(text);
  return Object.fromEntries(Object.entries(found).filter(([table]) => tableOf(form, table)));
}
