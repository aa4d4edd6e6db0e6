import type { Column, Value } from '@gongkai/schema';
import { note, type ImportNote } from '../../../source/note.ts';
import type { Headings } from '../alignment/column-headings.ts';
import { readRow, type ReadRow, type SumCheck } from './read-row.ts';
import type { Slot } from '../cells/value-rows.ts';

/** Minimum number of rows that prove a property of a column. */
const minRows = 10;

/**
 * Reads a table whose column of totals is blank throughout although the text has lost the blank cells, so that every
 * row has one figure too few. The figures must prove that the totals are missing: some last figure is less than the sum
 * of the others, which a total cannot be, and in every column the sums of the form hold. All its figures are inferred.
 */
export function withBlankTotals(
  rows: readonly ReadRow[],
  headings: Headings,
  sumsHold: SumCheck,
): { readonly rows: readonly ReadRow[]; readonly notes: readonly ImportNote[] } {
  const notes: ImportNote[] = [];
  const blocks = new Set(rows.map(({ aligned }) => aligned.match.rows[0]!.block));
  let result = rows;
  for (const block of blocks) {
    const own = rows.filter(({ aligned }) => aligned.match.rows[0]!.block === block);
    const total = block.columns.find(({ key }) => key === 'total');
    if (!total || block.columns.at(-1) !== total || block.direction === 'across') continue;
    const isShort = ({ aligned: { row }, failure }: ReadRow) =>
      failure !== undefined && row.slots.length === block.columns.length - 1 && row.slots.every(isCount);
    if (own.length < minRows || own.length < block.rows.length || !own.every(isShort)) continue;
    if (!own.some(({ aligned }) => isNoTotal(aligned.row.slots))) continue;
    const read = own.map((row) => readWithout(row, total, headings, sumsHold));
    if (!block.columns.every((column) => column === total || columnHolds(read, column, sumsHold))) continue;
    const cells = read.flatMap((row) => row.cells.map(({ key }) => key));
    notes.push(
      note('totals-blank', 'warning', '“总计”一列全部空白：其余各列按官方次序读取，各列合计相符，请确认。', { cells }),
    );
    result = result.map((row) => read[own.indexOf(row)] ?? row);
  }
  return { rows: result, notes };
}

function isCount({ text }: Slot): boolean {
  return text.type === 'number' && /^\d+$/.test(text.digits);
}

function figureOf({ text }: Slot): number {
  return text.type === 'number' ? Number(text.digits) : 0;
}

/** True if the last figure is less than the sum of the others, which a total of counts cannot be. */
function isNoTotal(slots: readonly Slot[]): boolean {
  return figureOf(slots.at(-1)!) < slots.slice(0, -1).reduce((sum, slot) => sum + figureOf(slot), 0);
}

/** Reads the row with a blank cell for its total. */
function readWithout({ aligned }: ReadRow, total: Column, headings: Headings, sumsHold: SumCheck): ReadRow {
  const { row, match } = aligned;
  const blank: Slot = { raw: '', text: { type: 'blank' }, place: row.slots.at(-1)!.place, column: undefined };
  const heading = headings.get(match.rows[0]!.block)!;
  const order = [...heading.order.filter((column) => column !== total), total];
  const { failure: _, ...read } = readRow(
    { ...aligned, row: { ...row, slots: [...row.slots, blank], strays: [] } },
    { ...heading, order },
    sumsHold,
  );
  return { ...read, aligned, cells: read.cells.map((cell) => ({ ...cell, certainty: 'inferred' })) };
}

function columnHolds(rows: readonly ReadRow[], column: Column, sumsHold: SumCheck): boolean {
  const values = rows.flatMap(({ cells }) => cells.filter((cell) => cell.column === column));
  return sumsHold(new Map(values.map(({ key, value }): [string, Value] => [key, value])));
}
