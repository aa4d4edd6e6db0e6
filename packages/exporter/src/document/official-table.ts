import {
  cellOf,
  formatValue,
  isAnswered,
  tableModel,
  type BlockModel,
  type Layout,
  type ModelCell,
  type Tables,
} from '@gongkai/schema';
import { columnWidths } from './column-widths.ts';
import { plain, type DocumentCell, type DocumentTable } from './document.ts';

/** A model cell on the grid of the document, which may be finer than that of the model. */
interface PlacedCell extends Omit<ModelCell, 'colspan'> {
  readonly colspan: number;
  readonly column: number;
}

/**
 * An official table with its figures, with the spans of the official document: a block with fewer columns than its
 * table gives the width left over to its figures. Figures are blank where no tables are given.
 */
export function officialTable(layout: Layout, key: string, tables?: Tables): DocumentTable {
  const model = tableModel(layout, key);
  const blocks = model.blocks.map(describeBlock);
  const labels = Math.max(...blocks.map(({ labels }) => labels));
  const columns = gridColumns(blocks, labels);
  const lines = model.blocks.flatMap((block, at) => {
    const toGrid = gridPosition(blocks[at]!, labels, columns);
    return [...placeLines(block.head, toGrid), ...placeLines(block.body, toGrid)];
  });
  const rows = lines.map((line) => line.map((cell) => documentCell(layout, cell, tables)));
  return {
    type: 'table',
    key,
    title: model.title,
    columns: columnWidths(rows, labels, columns),
    headRows: model.blocks[0]?.head.length ?? 0,
    rows,
  };
}

interface BlockColumns {
  /** Grid columns of row labels in the model, those given to it to fill the table included. */
  readonly modelLabels: number;
  /** Grid columns of row labels that its headings need. */
  readonly labels: number;
  readonly figures: number;
}

function describeBlock({ body, columns }: BlockModel): BlockColumns {
  const figures = Math.max(...body.map((line) => line.filter(({ cell }) => cell !== undefined).length));
  const labels = startColumns(body)
    .flat()
    .filter(({ cell }) => cell.cell === undefined)
    .map(({ start }) => start + 1);
  return { modelLabels: columns - figures, labels: Math.max(0, ...labels), figures };
}

/** The cells of lines with the column where each starts, past those that reach down from lines above. */
function startColumns(lines: BlockModel['head']): { cell: ModelCell; start: number }[][] {
  const busy: number[] = [];
  return lines.map((line, y) => {
    let column = 0;
    return line.map((cell) => {
      while ((busy[column] ?? 0) > y) column++;
      const start = column;
      for (; column < start + cell.colspan; column++) busy[column] = y + cell.rowspan;
      return { cell, start };
    });
  });
}

/** A finer grid than this would make columns too narrow to draw. */
const finestGrid = 60;

/** Grid columns of a table whose blocks divide the same width into different numbers of figures. */
function gridColumns(blocks: readonly BlockColumns[], labels: number): number {
  const beside = blocks.filter((block) => block.labels > 0).map(({ figures }) => figures);
  const exact = labels + beside.reduce(leastCommonMultiple, 1);
  const least = Math.max(...blocks.map((block) => block.figures + (block.labels > 0 ? labels : 0)));
  return exact > finestGrid ? least : Math.max(exact, least);
}

/** Where a column of the model's block begins on the grid of its table. */
function gridPosition(block: BlockColumns, labels: number, columns: number): (column: number) => number {
  const first = block.labels > 0 ? labels : 0;
  return (column) =>
    column < block.modelLabels
      ? Math.min(column, labels - 1)
      : first + Math.round(((column - block.modelLabels) * (columns - first)) / block.figures);
}

function placeLines(lines: BlockModel['head'], toGrid: (column: number) => number): PlacedCell[][] {
  return startColumns(lines).map((line) =>
    line.map(({ cell, start }) => ({
      ...cell,
      column: toGrid(start),
      colspan: toGrid(start + cell.colspan) - toGrid(start),
    })),
  );
}

function documentCell(layout: Layout, cell: PlacedCell, tables: Tables | undefined): DocumentCell {
  const { kind, text, colspan, rowspan, column, scope, cell: key } = cell;
  const place = { colspan, rowspan, column };
  if (key === undefined)
    return {
      runs: plain(text),
      ...place,
      align: kind === 'columnHeader' ? 'center' : 'start',
      ...(scope && { scope }),
      ...(kind === 'caption' && { isCaption: true }),
    };
  const { measure, table, row, column: figureColumn } = cellOf(layout, key);
  const value = tables?.[table]?.[row.key]?.[figureColumn.key] ?? null;
  // An amount carries its unit where the heading of its column does not name it.
  const unit = measure === 'money' && isAnswered(value) && !figureColumn.label.includes('万元') ? '万元' : '';
  const runs = plain(formatValue(value, measure) + unit);
  return { runs, ...place, align: 'center', figure: { key, value, measure, unit } };
}

function leastCommonMultiple(a: number, b: number): number {
  const divisor = (x: number, y: number): number => (y === 0 ? x : divisor(y, x % y));
  return (a * b) / divisor(a, b);
}
