import type { PlacedBlock } from '../table/table-grid.ts';

/** A line of figures: adjacent cells starting at the grid column `start`. */
interface GridLine {
  readonly start: number;
  readonly cells: readonly string[];
}

/** The figures of an official table as a grid, for keyboard navigation as in a spreadsheet. */
export interface Grid {
  readonly lines: readonly GridLine[];
  readonly places: ReadonlyMap<string, { readonly line: number; readonly column: number }>;
}

export type Move = 'up' | 'down' | 'left' | 'right' | 'lineStart' | 'lineEnd' | 'first' | 'last';

/** Builds the grid of a placed table, with its blocks one below another. */
export function buildGrid(blocks: readonly PlacedBlock[]): Grid {
  const lines = blocks
    .flatMap(({ body }) => body)
    .map((line) => line.flatMap(({ cell, column }) => (cell === undefined ? [] : { cell, column })))
    .filter((figures) => figures.length > 0);
  return {
    lines: lines.map((figures) => ({ start: figures[0]!.column, cells: figures.map(({ cell }) => cell) })),
    places: new Map(lines.flatMap((figures, line) => figures.map(({ cell, column }) => [cell, { line, column }]))),
  };
}

/** The cell that a move reaches, or undefined at the edge of the table. */
export function moveFrom(grid: Grid, cell: string, move: Move): string | undefined {
  const from = grid.places.get(cell);
  if (!from) return undefined;
  const line = grid.lines[from.line]!;
  switch (move) {
    case 'up':
      return nearest(grid.lines[from.line - 1], from.column);
    case 'down':
      return nearest(grid.lines[from.line + 1], from.column);
    case 'left':
      return line.cells[from.column - line.start - 1];
    case 'right':
      return line.cells[from.column - line.start + 1];
    case 'lineStart':
      return line.cells[0];
    case 'lineEnd':
      return line.cells.at(-1);
    case 'first':
      return grid.lines[0]?.cells[0];
    case 'last':
      return grid.lines.at(-1)?.cells.at(-1);
  }
}

/** The cell of a line in this grid column, or the nearest one. */
function nearest(line: GridLine | undefined, column: number): string | undefined {
  return line?.cells[Math.min(Math.max(column - line.start, 0), line.cells.length - 1)];
}
