import { tableOf, type Block, type Layout } from '@gongkai/schema';

/** A line of an official table: neighbouring cells. */
export interface FigureLine {
  readonly table: string;
  readonly block: Block;
  /** Keys of its cells, left to right. */
  readonly cells: readonly string[];
}

/** The lines of an official table as it is printed. */
export function figureLines(layout: Layout, table: string): FigureLine[] {
  return tableOf(layout, table).blocks.flatMap((block): FigureLine[] => {
    const rows = block.rows.map((row) => block.columns.map((column) => `${table}.${row.key}.${column.key}`));
    const lines = block.direction === 'down' ? rows : [rows.flat()];
    return lines.map((cells) => ({ table, block, cells }));
  });
}
