import type { Block, Column } from '@gongkai/schema';
import { matchKey } from '../../text/match-key.ts';
import type { AlignedRow } from './align-rows.ts';
import { search } from './labels.ts';
import type { Label } from '../cells/value-rows.ts';

/** The columns of a block according to the headings in the source. */
export interface Heading {
  /** Columns in the order of the source. */
  readonly order: readonly Column[];
  /** Grid column of each, if all are in one grid. */
  readonly places?: { readonly grid: number; readonly columns: readonly number[] };
  /** Columns whose heading was not found. */
  readonly unconfirmed: readonly Column[];
  /** Wording by column key, if it is not the official one. */
  readonly wordings: ReadonlyMap<string, string>;
  /** Unit of amounts stated in a heading, by column key. */
  readonly units: ReadonlyMap<string, string>;
  /** Keys of the columns whose stated unit is not the official one. */
  readonly otherUnits: ReadonlySet<string>;
}

export type Headings = ReadonlyMap<Block, Heading>;

interface ColumnKey {
  readonly column: Column;
  readonly key: string;
  readonly official: boolean;
  readonly written: string;
}

/** Reads the heading of each block from the texts before the first of its rows. */
export function headingsOf(aligned: readonly AlignedRow[]): Headings {
  const headings = new Map<Block, Heading>();
  for (const { row, match } of aligned.toSorted((a, b) => a.row.line - b.row.line)) {
    const { block } = match.rows[0]!;
    if (!headings.has(block)) headings.set(block, readHeading(block, [...row.before, ...row.own]));
  }
  return headings;
}

/** Reads the headings of a block's columns from the texts before its first row. */
export function readHeading(block: Block, texts: readonly Label[]): Heading {
  const keys: ColumnKey[] = block.columns.flatMap((column) =>
    [column.label, ...(column.aliases ?? [])].map((written, index) => ({
      column,
      key: matchKey(written),
      official: index === 0,
      written,
    })),
  );
  keys.sort((a, b) => b.key.length - a.key.length);
  const all = matchKey(texts.map(({ text }) => text).join(''));
  const found = search(all, keys);
  const columns = new Set(found.map(({ column }) => column));
  const wordings = new Map(found.flatMap(({ column, official, written }) => (official ? [] : [[column.key, written]])));
  for (const { column, official } of found) if (official) wordings.delete(column.key);
  const { doubtful, ...order } = orderOf(block, texts, keys);
  return {
    ...order,
    // Headings split over cells and lines lose their order, but not their characters.
    unconfirmed: block.columns.filter(
      (column) => doubtful || (!columns.has(column) && !holdsCharacters(all, column.label)),
    ),
    wordings,
    ...unitsOf(block, all, found),
  };
}

/** Order and positions of headings that are each in a separate cell; otherwise the official order. */
function orderOf(
  block: Block,
  texts: readonly Label[],
  keys: readonly ColumnKey[],
): Pick<Heading, 'order' | 'places'> & { readonly doubtful: boolean } {
  const byKey = new Map(keys.map(({ key, column }) => [key, column]));
  const cells = texts.flatMap((label) => {
    const column = byKey.get(matchKey(label.text));
    return column ? [{ ...label, heads: column }] : [];
  });
  const { columns } = block;
  const official = { order: columns, doubtful: false };
  const [first] = cells;
  const once = cells.length === columns.length && new Set(cells.map(({ heads }) => heads)).size === columns.length;
  if (!first || !once || cells.some(({ grid }) => grid !== first.grid)) return official;
  const isPlaced = cells.every(({ column }) => column !== undefined) && distinct(cells.map(({ column }) => column));
  const inOrder = isPlaced ? cells.toSorted((a, b) => a.column! - b.column!) : cells;
  const order = inOrder.map(({ heads }) => heads);
  const asOfficial = order.every((column, at) => column === columns[at]);
  const places =
    isPlaced && first.grid !== undefined
      ? { grid: first.grid, columns: inOrder.map(({ column }) => column!) }
      : undefined;
  if (asOfficial) return { ...official, ...(places ? { places } : {}) };
  // Headings on several lines may only appear to be in a different order.
  const oneLine = cells.every(({ line }) => line === first.line);
  if (!oneLine) return { ...official, doubtful: isPlaced };
  return { order, doubtful: false, ...(places ? { places } : {}) };
}

function distinct(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

function holdsCharacters(all: string, label: string): boolean {
  return [...matchKey(label)].every((character) => all.includes(character));
}

/** The unit that follows a heading or is part of it. */
function unitsOf(
  block: Block,
  all: string,
  found: readonly { column: Column; end: number }[],
): Pick<Heading, 'units' | 'otherUnits'> {
  const units = new Map<string, string>();
  const otherUnits = new Set<string>();
  for (const column of block.columns) {
    if (column.measure !== 'money') continue;
    const own = /(万元|亿元|元)$/.exec(matchKey(column.label))?.[1];
    const place = found.find((heading) => heading.column === column);
    const stated = place && /^(?:单位)?(万元|亿元|元)/.exec(all.slice(place.end))?.[1];
    const unit = stated ?? own;
    if (unit) units.set(column.key, unit);
    if (own && stated && stated !== own) otherUnits.add(column.key);
  }
  return { units, otherUnits };
}
