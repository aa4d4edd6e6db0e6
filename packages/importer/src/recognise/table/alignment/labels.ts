import type { Block, Layout, Row } from '@gongkai/schema';
import { matchKey } from '../../text/match-key.ts';

/** A row of an official table with the keys that identify it. */
export interface RowLabels {
  readonly table: string;
  readonly block: Block;
  readonly row: Row;
  /** Key of the official label. */
  readonly official: string;
  /** Official label and aliases with their item numbers. */
  readonly keys: readonly string[];
  /** The keys without item numbers, except those that another row shares. */
  readonly bare: readonly string[];
}

export interface Occurrence {
  readonly labels: RowLabels;
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** The labels of all rows of a layout in official order, with searches over them. */
export interface LabelIndex {
  readonly rows: readonly RowLabels[];
  /** The row whose label has this key, with or without item number. */
  exact(key: string): RowLabels | undefined;
  /** True if the key is a caption or a heading of columns or row groups, including a partial one or one with a note. */
  isHead(key: string): boolean;
  /** Labels with their numbers inside a key, longest first, not overlapping, ordered by position. */
  occurrences(key: string): readonly Occurrence[];
  /** True if the key consists only of labels and headings of the form, apart from the end of a row's label. */
  isExplained(key: string): boolean;
  /** True if the key consists of labels of the form and at most one partial label: a group label that was cut. */
  isPartOfLabels(key: string): boolean;
  /** Rows with a label that begins with the key but is longer. */
  beginningWith(key: string): readonly { readonly labels: RowLabels; readonly rest: string }[];
}

const indexes = new WeakMap<Layout, LabelIndex>();

export function labelIndex(layout: Layout): LabelIndex {
  let index = indexes.get(layout);
  if (!index) indexes.set(layout, (index = build(layout)));
  return index;
}

const itemNumber = /^\s*(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|\d+[.．、])\s*/u;

/** Splits a label into its item number and the key of the remaining text. */
export function cutNumber(label: string): { readonly number: string; readonly rest: string } {
  const start = itemNumber.exec(label)?.[0] ?? '';
  return { number: matchKey(start), rest: matchKey(label.slice(start.length)) };
}

function build(layout: Layout): LabelIndex {
  const entries = Object.entries(layout.tables).flatMap(([table, { blocks }]) =>
    blocks.flatMap((block) =>
      block.rows.map((row) => ({ table, block, row, written: [row.label, ...(row.aliases ?? [])] })),
    ),
  );
  const bareOf = (written: readonly string[]) => written.map((label) => matchKey(label.replace(itemNumber, '')));
  const uses = new Map<string, number>();
  for (const { written } of entries)
    for (const bare of new Set(bareOf(written))) uses.set(bare, (uses.get(bare) ?? 0) + 1);
  const rows: RowLabels[] = entries.map(({ table, block, row, written }) => ({
    table,
    block,
    row,
    official: matchKey(row.label),
    keys: written.map(matchKey),
    // Labels of only two characters (其他, 总计) may also be column headings.
    bare: bareOf(written).filter((bare) => uses.get(bare) === 1 && bare.length > 2),
  }));

  const byKey = new Map<string, RowLabels>();
  for (const labels of rows) for (const key of [...labels.bare, ...labels.keys]) byKey.set(key, labels);
  const longestFirst = rows
    .flatMap((labels) => labels.keys.map((key) => ({ labels, key })))
    .sort((a, b) => b.key.length - a.key.length);

  const heads = Object.values(layout.tables)
    .flatMap(({ title, blocks }) => [
      title,
      ...blocks.flatMap(({ caption = '', corner = '', rowHeads = [], columnHeads = [], columns }) => [
        caption,
        corner,
        ...[...rowHeads, ...columnHeads, ...columns].flatMap(({ label }) => label),
        ...columns.flatMap(({ aliases = [] }) => aliases),
      ]),
    ])
    .map(matchKey)
    .filter((key) => key !== '');

  const known = [
    ...new Set(
      Object.values(layout.tables).flatMap(({ title, blocks }) => [
        title,
        ...blocks.flatMap(({ caption = '', corner = '', rowHeads = [], columnHeads = [], rows: own, columns }) => [
          caption,
          corner,
          ...[...rowHeads, ...columnHeads].map(({ label }) => label),
          ...[...own, ...columns].flatMap(({ label, aliases = [] }) => [label, ...aliases]),
        ]),
      ]),
    ),
  ]
    .map((label) => ({ key: matchKey(label) }))
    .filter(({ key }) => key !== '')
    .sort((a, b) => b.key.length - a.key.length);

  /** The key without the labels and headings in it. */
  const leftOf = (key: string) => {
    let left = '';
    let end = 0;
    for (const found of search(key, known)) {
      left += key.slice(end, found.start);
      end = found.end;
    }
    return left + key.slice(end);
  };

  return {
    rows,
    isExplained: (key) => {
      const left = leftOf(key);
      return left === '' || rows.some(({ official }) => official.endsWith(left));
    },
    isPartOfLabels: (key) => {
      const left = leftOf(key);
      return left === '' || known.some((label) => label.key.includes(left));
    },
    exact: (key) => byKey.get(key),
    isHead: (key) => !byKey.has(key) && (leftOf(key) === '' || heads.some((head) => head.includes(key))),
    occurrences: (key) => search(key, longestFirst),
    beginningWith: (key) =>
      rows.flatMap((labels) =>
        labels.official.length > key.length && labels.official.startsWith(key)
          ? [{ labels, rest: labels.official.slice(key.length) }]
          : [],
      ),
  };
}

/** Finds needles in a key, longest first, using each position once. */
export function search<T extends { readonly key: string }>(
  haystack: string,
  longestFirst: readonly T[],
): (T & { readonly start: number; readonly end: number })[] {
  const found: (T & { start: number; end: number })[] = [];
  for (const needle of longestFirst) {
    for (let start = haystack.indexOf(needle.key); start >= 0; start = haystack.indexOf(needle.key, start + 1)) {
      const end = start + needle.key.length;
      if (!found.some((other) => start < other.end && other.start < end)) found.push({ ...needle, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
