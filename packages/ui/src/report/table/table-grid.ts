import type { BlockModel, ModelCell, TableModel } from '@gongkai/schema';

/** A cell of the table with its position on the grid and the references to its headers. */
export interface PlacedCell extends ModelCell {
  /** Grid column of its left edge, from 0. */
  readonly column: number;
  /** Id of a header cell, to which figures refer. */
  readonly id?: string;
  /** Ids of the headers of a figure: column headers, outermost first, then row headers. */
  readonly headers?: string;
}

export interface PlacedBlock {
  readonly key: string;
  readonly head: readonly (readonly PlacedCell[])[];
  readonly body: readonly (readonly PlacedCell[])[];
  /** Number of columns at the left that contain only row headers. */
  readonly labelColumns: number;
}

interface Slot {
  readonly cell: ModelCell;
  readonly id: string;
}

/**
 * Places the cells of a table on its grid. Official headers span rows and columns, and table two has several header
 * lines one below another. Therefore each figure refers to its headers by id, because `scope` is not sufficient.
 */
export function placeTable(model: TableModel, prefix: string): PlacedBlock[] {
  let count = 0;
  return model.blocks.map((block) => placeBlock(block, () => `${prefix}${++count}`));
}

function placeBlock(block: BlockModel, nextId: () => string): PlacedBlock {
  const lines = [...block.head, ...block.body];
  const grid: (Slot | undefined)[][] = lines.map(() => []);
  const placed = lines.map((line, y) => {
    let x = 0;
    return line.map((cell) => {
      while (grid[y]![x]) x++;
      const slot = { cell, id: cell.kind === 'figure' ? '' : nextId() };
      for (let dy = 0; dy < cell.rowspan; dy++) for (let dx = 0; dx < cell.colspan; dx++) grid[y + dy]![x + dx] = slot;
      return { slot, x, y };
    });
  });
  const figureColumns = placed.flat().flatMap(({ slot, x }) => (slot.cell.kind === 'figure' ? x : []));
  const finished = placed.map((line) =>
    line.map(({ slot: { cell, id }, x, y }) => ({
      ...cell,
      column: x,
      ...(cell.kind === 'figure' ? { headers: headersOf(grid, x, y) } : cell.scope ? { id } : {}),
    })),
  );
  return {
    key: block.key,
    head: finished.slice(0, block.head.length),
    body: finished.slice(block.head.length),
    labelColumns: Math.min(...figureColumns),
  };
}

function headersOf(grid: readonly (readonly (Slot | undefined)[])[], x: number, y: number): string {
  const above = grid.slice(0, y).map((line) => line[x]);
  const before = grid[y]!.slice(0, x);
  const ids = [...above, ...before].flatMap((slot) => (slot?.cell.scope ? slot.id : []));
  return [...new Set(ids)].join(' ');
}
