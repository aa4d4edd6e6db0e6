import type { SourceCell, SourceGrid } from './document.ts';
import { limits } from './limits.ts';
import type { Place } from './place.ts';

/** A cell as documents store it: rows list only the cells that begin in them. */
export interface StoredCell {
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
  readonly place: Place;
  readonly unsure?: string;
  readonly doubt?: string;
  readonly leftOut?: string;
}

/** Assigns each stored cell its grid column, skipping the cells that span down from rows above. */
export function alignCells(rows: readonly (readonly StoredCell[])[]): SourceGrid {
  const busyUntil: number[] = [];
  return {
    type: 'grid',
    aligned: true,
    rows: rows.map((row, y) => {
      let column = 0;
      const placed: SourceCell[] = [];
      for (const { text, place, colspan: columns, rowspan, unsure, doubt, leftOut } of row) {
        while ((busyUntil[column] ?? 0) > y) column++;
        const colspan = Math.max(1, Math.min(columns, limits.cells - column));
        if (column >= limits.cells) break;
        for (let x = column; x < column + colspan; x++) busyUntil[x] = y + Math.max(1, rowspan);
        const cell: SourceCell = { text, column, colspan, place };
        const isPlain = unsure === undefined && doubt === undefined && leftOut === undefined;
        placed.push(isPlain ? cell : { ...cell, ...definedOnly({ unsure, doubt, leftOut }) });
        column += colspan;
      }
      return placed;
    }),
  };
}

/** Removes undefined properties. */
function definedOnly<T extends object>(all: T): Partial<T> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** The grid as it is displayed: without hidden columns; a cell that spans some of them becomes narrower. */
export function withoutColumns(grid: SourceGrid, hidden: ReadonlySet<number>): SourceGrid {
  if (hidden.size === 0) return grid;
  const shownBefore = (end: number) => end - [...hidden].filter((column) => column < end).length;
  return {
    ...grid,
    rows: grid.rows.map((row) =>
      row.flatMap((cell): SourceCell[] => {
        const column = shownBefore(cell.column);
        const colspan = shownBefore(cell.column + cell.colspan) - column;
        return colspan === 0 ? [] : [{ ...cell, column, colspan }];
      }),
    ),
  };
}
