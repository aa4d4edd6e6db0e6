import type { Block } from '@gongkai/schema';
import { matchKey } from '../recognise/text/match-key.ts';
import { readHeading, type Heading } from '../recognise/table/alignment/column-headings.ts';
import type { LabelIndex } from '../recognise/table/alignment/labels.ts';
import type { ValueRow } from '../recognise/table/cells/value-rows.ts';

export interface CopiedHeading {
  readonly heading: Heading;
  /** Texts above the figures that match no official column. */
  readonly unknown: readonly string[];
}

/**
 * The columns of a block as the copied heading names them: all, some, or none if no heading was copied. `first`: the
 * first row of the block in the source.
 */
export function copiedHeading(block: Block, first: ValueRow, index: LabelIndex): CopiedHeading {
  const texts = [...first.before, ...first.own];
  const heading = readHeading(block, texts);
  const inGrid = first.grid !== undefined;
  const firstFigure = first.slots[0]!.column ?? 0;
  const over = texts.filter(
    ({ grid, column, text }) =>
      inGrid && grid === first.grid && column !== undefined && column >= firstFigure && text !== '',
  );
  const unknown = over
    .map(({ text }) => text)
    .filter((text) => !index.isExplained(matchKey(text).replace(/单位(?:万|亿)?元$/u, '')));
  // The last text above a column is its heading: the texts above that one are headings of several columns.
  const headed = new Map(
    over.flatMap(({ text, column }) => {
      const found = columnOf(block, text);
      return found ? [[column!, found] as const] : [];
    }),
  );
  const isAll = heading.unconfirmed.length === 0;
  if (isAll || block.direction === 'across') return { heading: { ...heading, unconfirmed: [] }, unknown };
  const plain = { ...heading, order: block.columns, unconfirmed: [] };
  if (headed.size === 0) return { heading: plain, unknown };
  const columns = first.slots.map(({ column }) => column);
  const asOfficial =
    columns.length === block.columns.length &&
    [...headed].every(([column, { key }]) => block.columns[columns.indexOf(column)]?.key === key);
  if (asOfficial) return { heading: plain, unknown };
  const placed = [...headed].toSorted(([a], [b]) => a - b);
  return {
    heading: {
      ...plain,
      order: placed.map(([, column]) => column),
      places: { grid: first.grid!, columns: placed.map(([column]) => column) },
    },
    unknown,
  };
}

/** The column of a block whose official heading or alias equals the text. */
export function columnOf(block: Block, text: string) {
  const key = matchKey(text);
  return block.columns.find(({ label, aliases = [] }) => [label, ...aliases].some((word) => matchKey(word) === key));
}
