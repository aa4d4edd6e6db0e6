import { forms } from '@gongkai/schema';
import { matchKey } from '../../text/match-key.ts';
import { distance } from '../../text/edit-distance.ts';
import { alignToColumns } from './align-to-columns.ts';
import { cutNumber, labelIndex, type LabelIndex, type RowLabels } from './labels.ts';
import { matchRow, nearness, type Match } from './match-label.ts';
import { withoutNote } from './note-in-label.ts';
import type { Label, ValueRow } from '../cells/value-rows.ts';

/** A row of figures with the official rows that it was matched to. */
export interface AlignedRow {
  readonly row: ValueRow;
  readonly match: Match;
  /** True if the row was placed by the official order, not by a label. */
  readonly byOrder?: boolean;
  /** Label of a source row that stands for several official rows, including this one. */
  readonly divides?: string;
  /** Labels of the source rows whose sum this row is. */
  readonly adds?: string;
}

export interface Alignment {
  readonly aligned: readonly AlignedRow[];
  /** Rows of figures whose label does not exist in the form. */
  readonly extra: readonly ValueRow[];
  /** Rows of figures without a label that could not be placed. */
  readonly unplaced: readonly ValueRow[];
}

/** Longer texts are not compared with labels, and shorter ones resemble too many labels. */
const maxLabelLength = 80;
const minMisprintLength = 3;

/** A sequence of rows between two headings; `table` is set if the heading names one. */
export interface RowGroup {
  readonly rows: readonly ValueRow[];
  readonly after: readonly Label[];
  readonly table: string | undefined;
}

/** The form rows that one row of the source can hold: a single row, or the rows printed side by side. */
interface Unit {
  readonly rows: readonly RowLabels[];
  readonly cells: number;
}

/**
 * Finds for every row of figures the official rows that it holds: by label, otherwise by order between two labelled
 * rows.
 */
export function align(groups: readonly RowGroup[], index: LabelIndex): Alignment {
  const units = unitsOf(index);
  const unitAt = new Map(units.flatMap((unit, at) => unit.rows.map((row) => [row, at] as const)));
  const aligned: AlignedRow[] = [];
  const extra: ValueRow[] = [];
  const unplaced: ValueRow[] = [];

  const matched = withoutCaptures(
    groups.map(({ rows, after, table }) => ({
      table,
      rows: rows.map((row, at) => ({ row, match: matchRow(row, rows[at + 1]?.before ?? after, index) })),
    })),
  );
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
        missing.every((unit, at) => canBe(waiting[at]!, unit));
      if (placed)
        waiting.forEach((row, at) => {
          const match = { rows: missing[at]!.rows, certainty: 'inferred', nearness: nearness.damaged } as const;
          if (row.own.length === 0) aligned.push({ row, match, byOrder: true });
          else aligned.push({ row, match: { ...match, wording: row.own.at(-1)!.text } });
        });
      else {
        unplaced.push(...waiting.filter(({ own }) => own.length === 0));
        extra.push(...waiting.filter(({ own }) => own.length > 0));
        // Rows directly after a row with blanks may hold figures that were cut off from it.
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
      } else if (row.own.length === 0 || units.some((unit) => isMisprintOf(row, unit))) waiting.push(row);
      else extra.push(row);
    }
    place(bounds.high, false);
  }
  return { aligned, extra, unplaced };
}

/**
 * If several rows match one official row, the rows with the less exact matches are treated as rows that the form
 * lacks.
 */
function withoutCaptures<T extends { readonly rows: readonly { row: ValueRow; match: Match | undefined }[] }>(
  groups: readonly T[],
): T[] {
  const nearest = new Map<RowLabels, number>();
  for (const { match } of groups.flatMap(({ rows }) => rows))
    for (const row of match?.rows ?? [])
      nearest.set(row, Math.min(nearest.get(row) ?? match!.nearness, match!.nearness));
  return groups.map((group) => ({
    ...group,
    rows: group.rows.map(({ row, match }) => {
      const captures = row.own.length > 0 && match?.rows.every((one) => nearest.get(one)! < match.nearness);
      return { row, match: captures ? undefined : match };
    }),
  }));
}

/**
 * True if a row at the position of a unit may be that unit: it has as many figures, and its label does not name another
 * row.
 */
function canBe(row: ValueRow, unit: Unit): boolean {
  if (alignToColumns(row.slots, unit.cells).type !== 'exact') return false;
  // Blanks do not show their position unless cells are in columns.
  if (row.own.length === 0) return row.slots.every(({ text, column }) => text.type !== 'blank' || column !== undefined);
  return isMisprintOf(row, unit);
}

/**
 * True if the label of a row resembles that of a unit with some characters lost or wrong. It must have the same number,
 * if any, must not be a longer name that contains the official one, and must not be a label of another form.
 */
function isMisprintOf({ own }: ValueRow, { rows }: Unit): boolean {
  const [labels, another] = rows;
  if (!labels || another) return false;
  const found = cutNumber(withoutNote(own.at(-1)!.text));
  if (found.rest.length < minMisprintLength || forms.some((form) => labelIndex(form).exact(matchKey(own.at(-1)!.text))))
    return false;
  return [labels.row.label, ...(labels.row.aliases ?? [])].map(cutNumber).some(({ number, rest }) => {
    if (number !== found.number && number !== '' && found.number !== '') return false;
    const isNumbered = number !== '' && number === found.number;
    if (number === '' && found.number !== '') return false;
    return !found.rest.includes(rest) && likeness(found.rest, rest) >= (isNumbered ? 0.5 : 0.6);
  });
}

/** Share of characters that two texts have in common, from 0 to 1. */
function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer > maxLabelLength ? 0 : 1 - distance(a, b) / longer;
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

/** The positions of the units directly before and after those of a table. */
function boundsOf(units: readonly Unit[], table: string | undefined): { low: number; high: number } {
  if (table === undefined) return { low: -1, high: units.length };
  const first = units.findIndex(({ rows }) => rows[0]!.table === table);
  return { low: first - 1, high: units.findLastIndex(({ rows }) => rows[0]!.table === table) + 1 };
}
