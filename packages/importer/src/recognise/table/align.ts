import { fit } from './fit.ts';
import type { LabelIndex, RowLabels } from './labels.ts';
import { matchRow, type Match } from './match.ts';
import type { Label, ValueRow } from './value-rows.ts';

/** A row of figures with the official rows that it was found to be. */
export interface AlignedRow {
  readonly row: ValueRow;
  readonly match: Match;
  /** Placed by the official order, not by a label. */
  readonly byOrder?: boolean;
}

export interface Alignment {
  readonly aligned: readonly AlignedRow[];
  /** Rows of figures with a label that the form does not have. */
  readonly extra: readonly ValueRow[];
  /** Rows of figures without a label that could not be placed. */
  readonly unplaced: readonly ValueRow[];
}

/** One run of rows between two headings; `table` where the heading names one. */
export interface RowGroup {
  readonly rows: readonly ValueRow[];
  readonly after: readonly Label[];
  readonly table: string | undefined;
}

/** What one row of the source can hold: a row of the form, or the rows that stand side by side. */
interface Unit {
  readonly rows: readonly RowLabels[];
  readonly cells: number;
}

/** Finds for every row of figures the official rows that it holds: by label, else by order between two labelled rows. */
export function align(groups: readonly RowGroup[], index: LabelIndex): Alignment {
  const units = unitsOf(index);
  const unitAt = new Map(units.flatMap((unit, at) => unit.rows.map((row) => [row, at] as const)));
  const aligned: AlignedRow[] = [];
  const extra: ValueRow[] = [];
  const unplaced: ValueRow[] = [];

  const matched = groups.map(({ rows, after, table }) => ({
    table,
    rows: rows.map((row, at) => ({ row, match: matchRow(row, rows[at + 1]?.before ?? after, index) })),
  }));
  const found = new Set(matched.flatMap(({ rows }) => rows.flatMap(({ match }) => match?.rows ?? [])));

  for (const { rows, table } of matched) {
    const bounds = boundsOf(units, table);
    let previous = bounds.low;
    let previousLabelled = false;
    let waiting: ValueRow[] = [];
    const before = new Map(rows.slice(1).map(({ row }, at) => [row, rows[at]!.row]));
    const place = (next: number, nextLabelled: boolean) => {
      const missing = units
        .slice(previous + 1, next)
        .filter(({ rows: official }) => !official.some((row) => found.has(row)));
      const alone = bounds.high - bounds.low === 2;
      const placed =
        (previousLabelled || nextLabelled || alone) &&
        missing.length === waiting.length &&
        missing.every(({ cells }, at) => fit(waiting[at]!.slots, cells).type === 'exact');
      if (placed)
        waiting.forEach((row, at) =>
          aligned.push({ row, match: { rows: missing[at]!.rows, certainty: 'inferred' }, byOrder: true }),
        );
      else {
        unplaced.push(...waiting);
        // Right after a row with blanks they may be figures cut off from it.
        for (const row of waiting) if (row.before.length === 0) before.get(row)?.strays.push(...row.slots);
      }
      waiting = [];
    };
    for (const { row, match } of rows) {
      if (match) {
        const at = unitAt.get(match.rows[0]!)!;
        place(at, true);
        aligned.push({ row, match });
        previous = at;
        previousLabelled = true;
      } else if (row.own.length > 0) extra.push(row);
      else waiting.push(row);
    }
    place(bounds.high, false);
  }
  return { aligned, extra, unplaced };
}

function unitsOf(index: LabelIndex): Unit[] {
  const units: Unit[] = [];
  for (const row of index.rows) {
    const across = row.block.direction === 'across';
    if (across && units.at(-1)?.rows[0]!.block === row.block) continue;
    const rows = across ? index.rows.filter(({ block }) => block === row.block) : [row];
    units.push({ rows, cells: rows.length * row.block.columns.length });
  }
  return units;
}

/** The units just before and after those of a table. */
function boundsOf(units: readonly Unit[], table: string | undefined): { low: number; high: number } {
  if (table === undefined) return { low: -1, high: units.length };
  const first = units.findIndex(({ rows }) => rows[0]!.table === table);
  return { low: first - 1, high: units.findLastIndex(({ rows }) => rows[0]!.table === table) + 1 };
}
