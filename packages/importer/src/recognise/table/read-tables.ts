import { buildTables, cellsOf, tableOf, type AsFound, type Form, type Tables } from '@gongkai/schema';
import { note, type ImportNote } from '../../source/note.ts';
import type { Place } from '../../source/place.ts';
import type { Line } from '../lines.ts';
import { align, type Alignment, type RowGroup } from './align.ts';
import { readHeading, type Heading } from './columns.ts';
import { fit } from './fit.ts';
import { labelIndex } from './labels.ts';
import { matchRow } from './match.ts';
import { readRow, type ReadCell, type ReadRow } from './read-row.ts';
import { sumsOf } from './sums.ts';
import { tableNotes } from './table-notes.ts';
import { valueRows, type Label, type Slot } from './value-rows.ts';

/** Where a figure comes from and how sure its reading is. */
export interface CellOrigin {
  /** Text in the source. */
  readonly raw: string;
  readonly place?: Place;
  /** `inferred`: placed or read by reasoning, to be confirmed. `unread`: could not be read, the cell is left blank. */
  readonly certainty: 'read' | 'inferred' | 'unread';
}

export interface ReadTables {
  readonly tables: Tables;
  readonly provenance: Readonly<Record<string, CellOrigin>>;
  readonly tableNotes: Readonly<Record<string, readonly string[]>>;
  readonly asFound: AsFound;
  readonly notes: readonly ImportNote[];
  /** Index of the last line that holds a figure. */
  readonly lastLine: number;
}

/** Lines between two headings; `table` where the heading names its table. */
export interface Zone {
  readonly lines: readonly Line[];
  readonly table: string | undefined;
}

/** Reads the tables of a form out of the lines of its sections. */
export function readTables(form: Form, zones: readonly Zone[]): ReadTables {
  const index = labelIndex(form);
  const isBlankRow = (texts: readonly Label[], before: readonly Label[], slots: readonly Slot[]) => {
    const row = { own: texts, before, slots: [...slots], grid: 0, line: 0 };
    const match = slots.length > 0 ? matchRow(row, [], index) : undefined;
    const across = match?.rows[0]?.block.direction === 'across';
    return (
      match !== undefined &&
      match.wording === undefined &&
      across === (texts.length === 0) &&
      fit(slots, match.rows.length * match.rows[0]!.block.columns.length).type === 'exact'
    );
  };
  const pageNumbers: Slot[] = [];
  const groups: RowGroup[] = zones.map(({ lines, table }) => {
    const found = valueRows(lines, isBlankRow);
    pageNumbers.push(...found.pageNumbers);
    return { ...found, table };
  });
  const alignment = align(groups, index);
  const headings = headingsOf(alignment);
  const sumsHold = sumsOf(form);
  const rows = withoutRepeats(
    alignment.aligned.map((aligned) => readRow(aligned, headings.get(aligned.match.rows[0]!.block)!, sumsHold)),
  );
  const cells = new Map(rows.rows.flatMap((row) => row.cells.map((cell) => [cell.key, cell] as const)));
  const missing = index.rows.filter(
    ({ table, row, block }) => !cells.has(`${table}.${row.key}.${block.columns[0]!.key}`),
  );
  return {
    ...figures(form, cells),
    tableNotes: remarks(form, rows.rows, groups),
    asFound: {
      labels: labelsFound(rows.rows, headings),
      extraRows: alignment.extra.map(({ own }) => own.map(({ text }) => text).join('')),
      missingRows: missing.map(({ table, row }) => `${table}.${row.key}`),
    },
    notes: [
      ...missingNotes(form, missing),
      ...tableNotes(form, rows.rows, alignment),
      ...rows.notes,
      ...headingNotes(headings),
      ...pageNumbers.map(({ raw, place }) =>
        note('page-number', 'info', `单独一行的“${raw}”当作页码，没有读入。`, { place }),
      ),
    ],
    lastLine: Math.max(-1, ...groups.flatMap((group) => group.rows.map(({ line }) => line))),
  };
}

type Headings = ReadonlyMap<ReadRow['aligned']['match']['rows'][number]['block'], Heading>;

/** The heading of each block stands before the first of its rows. */
function headingsOf({ aligned }: Alignment): Headings {
  const headings = new Map<ReadRow['aligned']['match']['rows'][number]['block'], Heading>();
  for (const { row, match } of aligned.toSorted((a, b) => a.row.line - b.row.line)) {
    const { block } = match.rows[0]!;
    if (!headings.has(block)) headings.set(block, readHeading(block, [...row.before, ...row.own]));
  }
  return headings;
}

/** A row that stands twice is kept once if both say the same, else not at all. */
function withoutRepeats(rows: readonly ReadRow[]): { rows: ReadRow[]; notes: ImportNote[] } {
  const kept = new Map<string, ReadRow>();
  const notes: ImportNote[] = [];
  for (const row of rows) {
    const key = row.aligned.match.rows.map((labels) => `${labels.table}.${labels.row.key}`).join(' ');
    const first = kept.get(key);
    if (!first) {
      kept.set(key, row);
      continue;
    }
    const { label } = row.aligned.match.rows[0]!.row;
    const about = { cells: row.cells.map((cell) => cell.key), place: row.cells[0]!.place };
    if (sameValues(first, row)) {
      notes.push(note('row-twice', 'info', `“${label}”一行出现两次，数字相同，只计一次。`, about));
      continue;
    }
    notes.push(note('row-twice', 'warning', `“${label}”一行出现两次，数字不同，没有读入。请对照原文填写。`, about));
    kept.set(key, {
      ...first,
      cells: first.cells.map((cell) => ({ ...cell, value: null, certainty: 'unread' as const })),
      failure: '出现两次，数字不同',
    });
  }
  return { rows: [...kept.values()], notes };
}

function sameValues(a: ReadRow, b: ReadRow): boolean {
  return JSON.stringify(a.cells.map(({ value }) => value)) === JSON.stringify(b.cells.map(({ value }) => value));
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

/** Words that belong to a table: after its figures and under it. */
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

function labelsFound(rows: readonly ReadRow[], headings: Headings): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const { aligned } of rows) {
    const [first] = aligned.match.rows;
    if (aligned.match.wording !== undefined) labels[`${first!.table}.${first!.row.key}`] = aligned.match.wording;
    const heading = headings.get(first!.block);
    for (const [column, wording] of heading?.wordings ?? []) labels[`${first!.table}.*.${column}`] = wording;
  }
  return labels;
}

function missingNotes(form: Form, missing: readonly ReturnType<typeof labelIndex>['rows'][number][]): ImportNote[] {
  return form.sections.flatMap(({ table, number, title }) => {
    if (!table) return [];
    const rows = missing.filter((labels) => labels.table === table);
    if (rows.length === 0) return [];
    const cells = rows.flatMap(({ row, block }) => block.columns.map(({ key }) => `${table}.${row.key}.${key}`));
    const all = tableOf(form, table).blocks.reduce((sum, { rows: { length } }) => sum + length, 0);
    if (rows.length === all)
      return [
        note(
          'table-missing',
          'warning',
          `没有找到第${number}部分“${title}”的表格（可能是图片），其中 ${cells.length} 格没有读入。`,
          { cells },
        ),
      ];
    return rows.map(({ row, block }) =>
      note('row-missing', 'warning', `没有找到“${number}”表的“${row.label}”一行，其中各格没有读入，请对照原文填写。`, {
        cells: block.columns.map(({ key }) => `${table}.${row.key}.${key}`),
      }),
    );
  });
}

function headingNotes(headings: Headings): ImportNote[] {
  return [...headings].flatMap(([block, { unconfirmed, wordings, order }]) => {
    const notes: ImportNote[] = [];
    const name = block.caption ?? block.rows[0]!.label;
    if (unconfirmed.length > 0)
      notes.push(
        note(
          'heading-unconfirmed',
          'warning',
          `“${name}”的表头没有找到${unconfirmed.map(({ label }) => `“${label}”`).join('')}，按官方列序读取，请确认。`,
        ),
      );
    for (const [key, wording] of wordings)
      notes.push(
        note(
          'label-differs',
          'info',
          `列名“${block.columns.find((column) => column.key === key)!.label}”在原文写作“${wording}”。`,
        ),
      );
    if (order.some((column, at) => column !== block.columns[at]))
      notes.push(note('columns-reordered', 'info', `“${name}”的列序与官方不同，已按列名对应。`));
    return notes;
  });
}
