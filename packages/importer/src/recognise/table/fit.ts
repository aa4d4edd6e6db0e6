import type { Slot } from './value-rows.ts';

/** How the cells of a row stand to its columns. */
export type Fit =
  /** Cell `start` is the first column's. `surplus`: how many cells more stood there, all with the same value. */
  | { readonly type: 'exact'; readonly start: number; readonly surplus: number }
  /** Several first cells are possible. */
  | { readonly type: 'shifted'; readonly starts: readonly number[] }
  /** Fewer cells than columns, or more values than columns. */
  | { readonly type: 'wrong'; readonly count: number };

/** Lays `count` columns over the cells; empty cells around them are left over from merged ones. */
export function fit(slots: readonly Slot[], count: number): Fit {
  const filled = slots.flatMap(({ text }, index) => (text.type === 'blank' ? [] : [index]));
  const first = filled[0] ?? 0;
  const last = filled.at(-1) ?? -1;
  if (slots.length < count) return { type: 'wrong', count: slots.length };
  if (filled.length === 0) return { type: 'exact', start: 0, surplus: 0 };
  if (last - first + 1 > count) {
    // One value more often than there are columns: whichever of them are meant, the figures are the same.
    const alike = filled.length === last - first + 1 && new Set(filled.map((index) => slots[index]!.raw)).size === 1;
    return alike
      ? { type: 'exact', start: first, surplus: filled.length - count }
      : { type: 'wrong', count: filled.length };
  }
  const starts: number[] = [];
  for (let start = Math.max(0, last - count + 1); start <= first && start + count <= slots.length; start++)
    starts.push(start);
  return starts.length === 1 ? { type: 'exact', start: starts[0]!, surplus: 0 } : { type: 'shifted', starts };
}
