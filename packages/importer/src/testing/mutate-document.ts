import type { SourceBlock, SourceCell, SourceDocument, SourceGrid } from '../source/document.ts';
import { pick, type Random } from './mutate.ts';

type Row = readonly SourceCell[];
type Mutation = (blocks: readonly SourceBlock[], random: Random) => readonly SourceBlock[];

const text = (content: string): SourceBlock => ({
  type: 'text',
  text: content,
  extent: 'paragraph',
  place: { type: 'block', block: 1 },
});
const isLabel = ({ text: content }: SourceCell) => /[\u4e00-\u9fff]{2}/.test(content);
const isFigures = (row: Row) => row.filter((cell) => /^\d/.test(cell.text)).length > 0;
const relaid = (row: Row): Row => {
  let column = 0;
  return row.map((cell) => {
    const placed = { ...cell, column };
    column += cell.colspan;
    return placed;
  });
};

/** Changes one grid into other blocks. */
const onGrid =
  (change: (grid: SourceGrid, random: Random) => readonly SourceBlock[]): Mutation =>
  (blocks, random) => {
    const grids = blocks.flatMap((block, at) => (block.type === 'grid' ? [at] : []));
    if (grids.length === 0) return blocks;
    const at = pick(grids, random);
    return blocks.toSpliced(at, 1, ...change(blocks[at] as SourceGrid, random));
  };

/** Changes the rows of a grid. */
const onRows = (change: (rows: readonly Row[], random: Random) => readonly Row[]): Mutation =>
  onGrid((grid, random) => [{ ...grid, rows: change(grid.rows, random) }]);

/** Changes one of the rows that match. */
const onRow = (fits: (row: Row) => boolean, change: (row: Row, random: Random) => readonly Row[]): Mutation =>
  onRows((rows, random) => {
    const hits = rows.flatMap((row, at) => (fits(row) ? [at] : []));
    if (hits.length === 0) return rows;
    const at = pick(hits, random);
    return rows.toSpliced(at, 1, ...change(rows[at]!, random));
  });

/** Changes the text of one label; digits and everything else are kept. */
const onLabel = (change: (label: string, random: Random) => string): Mutation =>
  onRow(
    (row) => row.some(isLabel),
    (row, random) => {
      const chosen = pick(row.filter(isLabel), random);
      return [row.map((cell) => (cell === chosen ? { ...cell, text: change(cell.text, random) } : cell))];
    },
  );

const inserted = (label: string, random: Random, what: string) => {
  const at = 1 + random(label.length);
  return label.slice(0, at) + what + label.slice(at);
};
const empty = (row: Row): SourceCell => ({ ...row[0]!, text: '', colspan: 1 });

/** Changes to a document as readers return it that keep every digit, or remove a row or block. */
export const documentMutations: readonly Mutation[] = [
  // split
  onGrid((grid, random) => {
    const at = random(grid.rows.length + 1);
    const between = pick([[], [text('- 3 -')], [text('第 3 页 共 6 页')]], random);
    return [{ ...grid, rows: grid.rows.slice(0, at) }, ...between, { ...grid, rows: grid.rows.slice(at) }];
  }),
  onLabel((label, random) => inserted(label, random, '\n')),
  onRow(
    (row) => row.length > 1 && isLabel(row[0]!),
    ([first, ...others]) => [[first!], others],
  ),
  // drop
  (blocks, random) => blocks.toSpliced(random(blocks.length), 1),
  onRow(isFigures, () => []),
  onRow(
    (row) => row.some(isLabel),
    (row) => [row.map((cell) => (isLabel(cell) ? { ...cell, text: '' } : cell))],
  ),
  onRow(
    (row) => !isFigures(row) && row.some(({ text: content }) => content === ''),
    (row, random) => {
      const chosen = pick(
        row.filter(({ text: content }) => content === ''),
        random,
      );
      return [relaid(row.filter((cell) => cell !== chosen))];
    },
  ),
  onLabel((label, random) => {
    const at = random(label.length);
    // Units are kept as well.
    return /[\d万亿元]/.test(label[at]!) ? label : label.slice(0, at) + label.slice(at + 1);
  }),
  // reorder
  onRows((rows, random) => {
    const hits = rows.flatMap((row, at) => (isFigures(row) && row.some(isLabel) ? [at] : []));
    const at = hits.length > 0 ? pick(hits, random) : -1;
    return hits.includes(at + 1) ? rows.with(at, rows[at + 1]!).with(at + 1, rows[at]!) : rows;
  }),
  // retag
  onGrid((grid) => [{ ...grid, aligned: false }]),
  onGrid((grid) => grid.rows.map((row) => text(row.map((cell) => cell.text).join(' ')))),
  onGrid((grid) => grid.rows.flatMap((row) => row.map((cell) => text(cell.text)))),
  onGrid((grid) => grid.rows.map((row) => ({ ...grid, rows: [row] }))),
  // pad
  onRow(isFigures, (row) => [relaid([empty(row), ...row])]),
  onRow(isFigures, (row) => [relaid([...row, empty(row)])]),
  onRow(isFigures, (row, random) => [relaid(row.toSpliced(random(row.length), 0, empty(row)))]),
  onRow(
    (row) => isFigures(row) && row.some(isLabel),
    (row) => [row, row],
  ),
  onRows((rows, random) => (rows.length === 0 ? rows : rows.toSpliced(random(rows.length), 0, [empty(rows[0]!)]))),
  onLabel((label, random) => inserted(label, random, pick([' ', '\u3000', '\u00a0'], random))),
];

/** Applies one to three mutations to the document. */
export function mutateDocument(document: SourceDocument, random: Random): SourceDocument {
  let blocks = document.blocks;
  for (let count = 1 + random(3); count > 0 && blocks.length > 0; count--)
    blocks = pick(documentMutations, random)(blocks, random);
  return { ...document, blocks };
}
