import type { Slot } from '../cells/value-rows.ts';

/** The result of aligning the cells of a row to its columns. */
export type ColumnAlignment =
  /** One cell per column. `surplus`: number of further cells, all with the same value. */
  | { readonly type: 'exact'; readonly slots: readonly Slot[]; readonly surplus: number }
  /** Too many empty cells: each reading is the row with some of them dropped. */
  | { readonly type: 'loose'; readonly readings: readonly (readonly Slot[])[] }
  /** Fewer cells than columns, or more values than columns. */
  | { readonly type: 'wrong'; readonly count: number };

/** Maximum number of surplus equal values of a row: page breaks and merged cells duplicate one value, not several. */
const maxSurplus = 1;
/** Maximum number of ways to drop empty cells that are examined. */
const maxCandidates = 500;

/** Aligns the cells of a row to a number of columns. */
export function alignToColumns(slots: readonly Slot[], count: number): ColumnAlignment {
  const filled = slots.filter(({ text }) => text.type !== 'blank');
  if (slots.length < count) return { type: 'wrong', count: slots.length };
  if (filled.length > count) {
    // If one value occurs more often than there are columns, the figures are the same for every choice of cells.
    const first = slots.indexOf(filled[0]!);
    const alike = filled.every((slot, at) => slot.raw === filled[0]!.raw && slots[first + at] === slot);
    return alike && filled.length - count <= maxSurplus
      ? { type: 'exact', slots: filled.slice(0, count), surplus: filled.length - count }
      : { type: 'wrong', count: filled.length };
  }
  if (slots.length === count || filled.length === 0) return { type: 'exact', slots: slots.slice(0, count), surplus: 0 };
  const readings = withoutBlanks(slots, slots.length - count);
  if (!readings) return { type: 'wrong', count: slots.length };
  // Empty cells at one end of an unbroken run of values can only remain from merged cells.
  const [only, another] = readings;
  const isUnbroken = slots.indexOf(filled.at(-1)!) - slots.indexOf(filled[0]!) + 1 === filled.length;
  return only && !another && isUnbroken ? { type: 'exact', slots: only, surplus: 0 } : { type: 'loose', readings };
}

/**
 * The row with the given number of empty cells dropped, in every way, without duplicates; undefined if there are too
 * many ways.
 */
function withoutBlanks(slots: readonly Slot[], surplus: number): Slot[][] | undefined {
  let rows: Slot[][] = [[...slots]];
  for (let dropped = 0; dropped < surplus; dropped++) {
    const next = new Map<string, Slot[]>();
    for (const row of rows)
      row.forEach((slot, at) => {
        // Of adjacent empty cells, it does not matter which one is dropped.
        if (slot.text.type !== 'blank' || row[at - 1]?.text.type === 'blank') return;
        const left = row.toSpliced(at, 1);
        next.set(left.map(({ text }) => (text.type === 'blank' ? '0' : '1')).join(''), left);
      });
    rows = [...next.values()];
    if (rows.length > maxCandidates) return undefined;
  }
  return rows;
}
