import type { Slot } from '../cells/value-rows.ts';

/** How the cells of a row can stand to its columns. */
export type ColumnAlignment =
  /** One cell a column. `surplus`: how many cells more stood there, all with the same value. */
  | { readonly type: 'exact'; readonly slots: readonly Slot[]; readonly surplus: number }
  /** Empty cells too many: what is left where any of them are dropped. */
  | { readonly type: 'loose'; readonly readings: readonly (readonly Slot[])[] }
  /** Fewer cells than columns, or more values than columns. */
  | { readonly type: 'wrong'; readonly count: number };

/** Values too many, all the same, that a row may have: page breaks and merged cells double one, not several. */
const maxSurplus = 1;
/** Ways to drop empty cells that are looked at before giving up. */
const maxCandidates = 500;

/** Lays so many columns over the cells of a row. */
export function alignToColumns(slots: readonly Slot[], count: number): ColumnAlignment {
  const filled = slots.filter(({ text }) => text.type !== 'blank');
  if (slots.length < count) return { type: 'wrong', count: slots.length };
  if (filled.length > count) {
    // One value more often than there are columns: whichever of them are meant, the figures are the same.
    const first = slots.indexOf(filled[0]!);
    const alike = filled.every((slot, at) => slot.raw === filled[0]!.raw && slots[first + at] === slot);
    return alike && filled.length - count <= maxSurplus
      ? { type: 'exact', slots: filled.slice(0, count), surplus: filled.length - count }
      : { type: 'wrong', count: filled.length };
  }
  if (slots.length === count || filled.length === 0) return { type: 'exact', slots: slots.slice(0, count), surplus: 0 };
  const readings = withoutBlanks(slots, slots.length - count);
  if (!readings) return { type: 'wrong', count: slots.length };
  // Empty cells at one end of an unbroken run of values can only be left over from merged cells.
  const [only, another] = readings;
  const isUnbroken = slots.indexOf(filled.at(-1)!) - slots.indexOf(filled[0]!) + 1 === filled.length;
  return only && !another && isUnbroken ? { type: 'exact', slots: only, surplus: 0 } : { type: 'loose', readings };
}

/** What is left of a row when so many of its empty cells are dropped, equal rows once; undefined for too many ways. */
function withoutBlanks(slots: readonly Slot[], surplus: number): Slot[][] | undefined {
  let rows: Slot[][] = [[...slots]];
  for (let dropped = 0; dropped < surplus; dropped++) {
    const next = new Map<string, Slot[]>();
    for (const row of rows)
      row.forEach((slot, at) => {
        // Of empty cells side by side it makes no difference which one goes.
        if (slot.text.type !== 'blank' || row[at - 1]?.text.type === 'blank') return;
        const left = row.toSpliced(at, 1);
        next.set(left.map(({ text }) => (text.type === 'blank' ? '0' : '1')).join(''), left);
      });
    rows = [...next.values()];
    if (rows.length > maxCandidates) return undefined;
  }
  return rows;
}
