import { tableOf } from '../layout/cells.ts';
import type { Block, Head, Layout } from '../layout/layout.ts';

/** One finished cell of an official table, ready to be rendered. */
export interface ModelCell {
  readonly kind: 'caption' | 'note' | 'columnHeader' | 'rowHeader' | 'figure';
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
  /** Scope of a header: what it heads. */
  readonly scope?: 'col' | 'colgroup' | 'row' | 'rowgroup';
  /** Key of the cell whose figure is shown here. */
  readonly cell?: string;
}

/** A block of an official table as lines of finished cells: header lines first. */
export interface BlockModel {
  readonly key: string;
  readonly columns: number;
  readonly head: readonly (readonly ModelCell[])[];
  readonly body: readonly (readonly ModelCell[])[];
}

/** An official table as a renderer draws it: same labels, spans and order as the form. */
export interface TableModel {
  readonly key: string;
  readonly title: string;
  /** Grid columns of the widest block. */
  readonly columns: number;
  readonly blocks: readonly BlockModel[];
}

/**
 * The official layout of a table, figures left as cell keys.
 * @param layout a form, or its layout
 * @param key key of a table
 * @returns lines of finished cells with their spans, in the order of entry
 * @throws RangeError where the form has no such table
 * @example tableModel(form, 'requests').blocks[0]?.head
 */
export function tableModel(layout: Layout, key: string): TableModel {
  const table = tableOf(layout, key);
  const columns = Math.max(...table.blocks.map(blockColumns));
  return {
    key,
    title: table.title,
    columns,
    blocks: table.blocks.map((block) => (block.direction === 'down' ? down(key, block, columns) : across(key, block))),
  };
}

function blockColumns(block: Block): number {
  if (block.direction === 'across') return block.rows.length * block.columns.length;
  return labelColumns(block) + block.columns.length;
}

function labelColumns({ rows, rowHeads = [] }: Block): number {
  return 1 + Math.max(...rows.map(({ under }) => headsAbove(rowHeads, under).length));
}

/** Heads over a row or column, outermost first. */
function headsAbove(heads: readonly Head[], under: string | undefined): Head[] {
  const head = heads.find(({ key }) => key === under);
  return head ? [...headsAbove(heads, head.under), head] : [];
}

function down(table: string, block: Block, width: number): BlockModel {
  const labels = labelColumns(block);
  const depth = 1 + Math.max(...block.columns.map(({ under }) => headsAbove(block.columnHeads ?? [], under).length));
  // A narrower block of the same table gives its spare grid columns to its label.
  const spare = width - labels - block.columns.length;
  const head: ModelCell[][] = Array.from({ length: depth }, () => []);
  if (block.corner !== undefined)
    head[0]!.push({
      kind: block.columnHeads ? 'note' : 'columnHeader',
      text: block.corner,
      colspan: labels + spare,
      rowspan: depth,
      ...(block.columnHeads ? {} : { scope: 'col' as const }),
    });
  const paths = block.columns.map((column) => [...headsAbove(block.columnHeads ?? [], column.under), column]);
  addHeaderCells(head, paths, depth);
  const caption: ModelCell[][] =
    block.caption === undefined
      ? []
      : [[{ kind: 'caption', text: block.caption, colspan: width, rowspan: 1, scope: 'colgroup' }]];

  const rowPaths = block.rows.map((row) => [...headsAbove(block.rowHeads ?? [], row.under), row]);
  const body = block.rows.map((row, index) => {
    const path = rowPaths[index]!;
    const cells: ModelCell[] = [];
    path.forEach((label, level) => {
      const isRow = level === path.length - 1;
      if (!isRow && samePrefix(rowPaths[index - 1], path, level)) return;
      const span = isRow ? 1 : runLength(rowPaths, index, level);
      cells.push({
        kind: 'rowHeader',
        text: label.label,
        colspan: isRow ? labels - level + spare : 1,
        rowspan: span,
        scope: isRow ? 'row' : 'rowgroup',
      });
    });
    for (const column of block.columns) cells.push(figure(`${table}.${row.key}.${column.key}`));
    return cells;
  });
  return { key: block.key, columns: width, head: [...caption, ...head], body };
}

function across(table: string, block: Block): BlockModel {
  const paths = block.rows.flatMap((row) =>
    block.columns.map((column) => [...headsAbove(block.rowHeads ?? [], row.under), row, column]),
  );
  const depth = Math.max(...paths.map(({ length }) => length));
  const head: ModelCell[][] = Array.from({ length: depth }, () => []);
  addHeaderCells(head, paths, depth);
  const body = [
    block.rows.flatMap((row) => block.columns.map((column) => figure(`${table}.${row.key}.${column.key}`))),
  ];
  return { key: block.key, columns: paths.length, head, body };
}

function figure(cell: string): ModelCell {
  return { kind: 'figure', text: '', colspan: 1, rowspan: 1, cell };
}

/** Fills header lines from the paths of the leaf columns: equal neighbours share one cell, the last label spans down. */
function addHeaderCells(lines: ModelCell[][], paths: readonly (readonly Head[])[], depth: number): void {
  paths.forEach((path, index) =>
    path.forEach((label, level) => {
      const isLeaf = level === path.length - 1;
      if (!isLeaf && samePrefix(paths[index - 1], path, level)) return;
      const colspan = isLeaf ? 1 : runLength(paths, index, level);
      lines[level]!.push({
        kind: 'columnHeader',
        text: label.label,
        colspan,
        rowspan: isLeaf ? depth - level : 1,
        scope: isLeaf ? 'col' : 'colgroup',
      });
    }),
  );
}

function samePrefix(before: readonly Head[] | undefined, path: readonly Head[], level: number): boolean {
  return before !== undefined && path.slice(0, level + 1).every(({ key }, at) => before[at]?.key === key);
}

/** How many neighbours from `index` on share the label at that level. */
function runLength(paths: readonly (readonly Head[])[], index: number, level: number): number {
  const path = paths[index]!;
  let end = index + 1;
  while (end < paths.length && samePrefix(paths[end], path, level)) end++;
  return end - index;
}
