import { cellOf, type Head, type Layout, type Measure } from '@gongkai/schema';

/** Heads over a row or column, outermost first. */
function headsAbove(heads: readonly Head[], under: string | undefined): string[] {
  const head = heads.find(({ key }) => key === under);
  return head ? [...headsAbove(heads, head.under), head.label] : [];
}

/**
 * What a cell holds in the words of the form: caption of its block, heads and label of its row, then of its column.
 * @throws RangeError where the form has no such cell
 */
export function cellLabel(layout: Layout, key: string): string {
  const { block, row, column } = cellOf(layout, key);
  return [
    ...(block.caption === undefined ? [] : [block.caption]),
    ...headsAbove(block.rowHeads ?? [], row.under),
    row.label,
    ...headsAbove(block.columnHeads ?? [], column.under),
    column.label,
  ].join(' ');
}

/** What the number of a cell counts. */
export const measureLabels: Readonly<Record<Measure, string>> = { count: '数量', change: '增减', money: '万元' };
