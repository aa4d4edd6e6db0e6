import type { Column, Value } from '@gongkai/schema';
import type { Place } from '../../../source/place.ts';
import type { AlignedRow } from '../alignment/align-rows.ts';
import { readCellText } from '../cells/cell-text.ts';
import { toFigure } from '../cells/figure.ts';
import { alignToColumns } from '../alignment/align-to-columns.ts';
import { cutsOf } from '../cells/concatenated-digits.ts';
import type { RowLabels } from '../alignment/labels.ts';
import type { Heading } from '../alignment/column-headings.ts';
import type { Slot, ValueRow } from '../cells/value-rows.ts';

/** One figure of the form as the source has it. */
export interface ReadCell {
  readonly row: RowLabels;
  readonly column: Column;
  readonly key: string;
  readonly value: Value;
  readonly raw: string;
  readonly place: Place;
  readonly certainty: 'read' | 'inferred' | 'unread';
  readonly conversion?: string;
  readonly doubt?: string;
  readonly remark?: string;
  /** The reason why the text cannot be accepted as the figure, and the content of the cell that is not part of it. */
  readonly unsure?: string;
  readonly leftOut?: string;
}

export interface ReadRow {
  readonly aligned: AlignedRow;
  readonly cells: readonly ReadCell[];
  /** Number of surplus values beyond the columns, all equal. */
  readonly surplus: number;
  /** The reason why the row could not be read, in Chinese. */
  readonly failure?: string;
  /** True if the sums of the form hold within the row; undefined if it has none or they were not checked. */
  readonly addsUp?: boolean;
  /** True if the cells were shifted into place by the sums of the form, or split from concatenated digits. */
  readonly repaired: boolean;
}

/** Returns true if the sums of the form hold for these values. */
export type SumCheck = (values: ReadonlyMap<string, Value>) => boolean;

/** Reads the cells of a row into the columns of its heading. */
export function readRow(aligned: AlignedRow, heading: Heading, sumsHold: SumCheck): ReadRow {
  const { row, match } = aligned;
  const targets = match.rows.flatMap((labels) => heading.order.map((column) => ({ labels, column })));
  const cellsAt = (slots: readonly Slot[]) =>
    targets.map(({ labels, column }, at) => readCell(labels, column, slots[at]!, heading, match.certainty));
  const result = { aligned, surplus: 0, repaired: false };

  const stood = row.slots.map(({ raw }) => raw || '空').join('、');
  const failed = (failure: string, slots = row.slots) => ({
    ...result,
    cells: targets.map(({ labels, column }) => unread(labels, column, slots)),
    failure,
  });
  // The columns of the figures in such a cell cannot be determined.
  if (
    row.slots.some(
      ({ raw, text, unsure: doubt }) => text.type === 'text' && doubt === undefined && /\d\s+\d/u.test(raw),
    )
  )
    return failed(`一格里有几个数（原文：${stood}）`);

  const holds = (cells: readonly ReadCell[]) => sumsHold(new Map(cells.map(({ key, value }) => [key, value])));
  const laid = alignToColumns(row.slots, targets.length);
  if (laid.type === 'exact') {
    const cells = cellsAt(laid.slots);
    if (row.strays.length > 0 && cells.some(({ value }) => value === null))
      return failed(`行内有空格，行后又有单独的数（${row.strays.map(({ raw }) => raw).join('、')}）`, [
        ...row.slots,
        ...row.strays,
      ]);
    return {
      ...result,
      cells,
      surplus: laid.surplus,
      // Sums cannot identify a row, but a row that does not add up is more doubtful.
      ...(aligned.byOrder && hasTotal(cells) ? { addsUp: holds(cells) } : {}),
    };
  }
  const placed = match.rows.length === 1 ? byPlace(row, heading) : undefined;
  if (placed) return { ...result, cells: cellsAt(placed) };

  const isLoose = laid.type === 'loose';
  const possible = (isLoose ? laid.readings : splitConcatenatedDigits(row, targets.length)).map(cellsAt);
  // Concatenated digits may also be one figure of a row that has lost the others.
  const [only, another] =
    (isLoose && possible.length === 1) || isNothingButZeros(row) ? possible : possible.filter(holds);
  if (only && !another)
    return { ...result, repaired: true, cells: only.map((cell) => ({ ...cell, certainty: 'inferred' })) };
  return failed(
    isLoose
      ? `空格多于列数，看不出各数属于哪一列（原文：${stood}）`
      : `应有 ${targets.length} 格，实有 ${laid.count} 格（原文：${stood}）`,
  );
}

/** True if one of the cells is the sum of the others. */
function hasTotal(cells: readonly ReadCell[]): boolean {
  return cells.some(({ column }) => column.key === 'total');
}

/** The possible figures that digits without blanks between them stand for, in a line of running text. */
function splitConcatenatedDigits({ slots, grid }: ValueRow, count: number): Slot[][] {
  const [only, another] = slots;
  if (!only || another || grid !== undefined || !/^\d+$/.test(only.raw)) return [];
  return cutsOf(only.raw, count).map((parts) => parts.map((raw) => ({ ...only, raw, text: readCellText(raw) })));
}

function isNothingButZeros({ slots }: ValueRow): boolean {
  return slots.length === 1 && /^0+$/.test(slots[0]!.raw);
}

/** The cells below the headings of the same grid, if every value is below one. */
function byPlace({ slots, grid }: ValueRow, { places }: Heading): Slot[] | undefined {
  if (!places || places.grid !== grid) return undefined;
  const placed = places.columns.flatMap((place) => slots.find(({ column }) => column === place) ?? []);
  const left = slots.filter((slot) => slot.text.type !== 'blank' && !placed.includes(slot));
  return placed.length === places.columns.length && left.length === 0 ? placed : undefined;
}

function readCell(
  labels: RowLabels,
  column: Column,
  slot: Slot,
  heading: Heading,
  certainty: 'read' | 'inferred',
): ReadCell {
  const figure = toFigure(slot.text, labels.row.measure ?? column.measure, heading.units.get(column.key));
  if (!figure) return unread(labels, column, [slot]);
  const remark = slot.remark ?? (slot.text.type === 'number' ? slot.text.remark : undefined);
  const isInOtherUnit = heading.otherUnits.has(column.key) && figure.conversion !== undefined;
  const doubt = figure.doubt ?? slot.doubt ?? (isInOtherUnit ? '的单位与官方列名不同，已换算为万元' : undefined);
  const doubtful = doubt !== undefined || heading.unconfirmed.includes(column);
  return {
    ...identity(labels, column),
    value: figure.value,
    raw: slot.raw,
    place: slot.place,
    certainty: doubtful ? 'inferred' : certainty,
    ...(slot.leftOut === undefined ? {} : { leftOut: slot.leftOut }),
    ...(figure.conversion === undefined ? {} : { conversion: figure.conversion }),
    ...(doubt === undefined ? {} : { doubt }),
    ...(remark === undefined ? {} : { remark }),
  };
}

function unread(labels: RowLabels, column: Column, slots: readonly Slot[]): ReadCell {
  const raw = slots.map((slot) => slot.raw).join(' ');
  const unsure = slots.length === 1 ? slots[0]!.unsure : undefined;
  return {
    ...identity(labels, column),
    value: null,
    raw,
    place: slots[0]!.place,
    certainty: 'unread',
    ...(unsure === undefined ? {} : { unsure }),
  };
}

function identity(labels: RowLabels, column: Column): Pick<ReadCell, 'row' | 'column' | 'key'> {
  return { row: labels, column, key: `${labels.table}.${labels.row.key}.${column.key}` };
}
