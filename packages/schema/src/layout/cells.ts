import { memoizeWeak } from '../common/memoize-weak.ts';
import { closest } from '../common/closest.ts';
import type { Block, Column, Layout, Measure, Row, Table } from './layout.ts';

/** One cell of an official form with everything that its place in the layout says of it. */
export interface Cell {
  /** `<table>.<row>.<column>`, such as requests.received.total. */
  readonly key: string;
  /** Official code, such as 三.一.总计. */
  readonly code: string;
  /** Number of the cell in the form's order, from 1; frozen, the position in stored arrays of figures. */
  readonly ordinal: number;
  readonly section: string;
  readonly table: string;
  readonly block: Block;
  readonly row: Row;
  readonly column: Column;
  readonly measure: Measure;
}

interface Index {
  readonly cells: readonly Cell[];
  readonly byName: ReadonlyMap<string, Cell>;
  /** By `<table>.<row>`. */
  readonly rows: ReadonlyMap<string, Row>;
}

const indexOf = memoizeWeak((layout: Layout): Index => {
  const cells = [...walk(layout)];
  return {
    cells,
    byName: new Map(cells.flatMap((cell) => [[cell.key, cell] as const, [cell.code, cell] as const])),
    rows: new Map(
      Object.entries(layout.tables).flatMap(([table, { blocks }]) =>
        blocks.flatMap(({ rows }) => rows.map((row) => [`${table}.${row.key}`, row] as const)),
      ),
    ),
  };
});

function* walk(layout: Layout): Generator<Cell> {
  let ordinal = 0;
  for (const section of layout.sections) {
    if (!section.table) continue;
    for (const block of tableOf(layout, section.table).blocks)
      for (const row of block.rows)
        for (const column of block.columns)
          yield {
            key: `${section.table}.${row.key}.${column.key}`,
            code: `${section.number}.${rowCode(row)}.${column.label}`,
            ordinal: ++ordinal,
            section: section.number,
            table: section.table,
            block,
            row,
            column,
            measure: row.measure ?? column.measure,
          };
  }
}

/**
 * The row's part of official codes: its short code, or its label.
 * @param row a row of a table
 * @returns such as （三）1
 * @example rowCode(cellOf(form, '三.一.总计').row) // '一'
 */
export function rowCode(row: Row): string {
  return row.code ?? row.label;
}

/** Keys of the cells of a row or column, named `<table>.<row>` or `<table>.*.<column>`. */
export function cellsUnder(layout: Layout, name: string): string[] {
  return cellsOf(layout)
    .filter(({ table, row, column }) => name === `${table}.${row.key}` || name === `${table}.*.${column.key}`)
    .map(({ key }) => key);
}

/** The row `<table>.<row>`. @throws RangeError where the form has none. */
export function rowOf(layout: Layout, key: string): Row {
  const row = indexOf(layout).rows.get(key);
  if (!row) throw new RangeError(`${layout.id} has no row ${key}`);
  return row;
}

/**
 * The table of that key.
 * @param layout a form, or its layout
 * @param key key of a table
 * @returns its blocks of rows and columns
 * @throws RangeError where the form has none
 * @example tableOf(form, 'requests').title
 */
export function tableOf(layout: Layout, key: string): Table {
  const table = layout.tables[key];
  if (!table) throw new RangeError(`${layout.id} has no table ${key}`);
  return table;
}

/**
 * All cells of a layout in official order; a cell's `ordinal` is its position, from 1.
 * @param layout a form, or its layout
 * @returns every cell; the same array at each call
 * @example cellsOf(form).map(({ code }) => code)
 */
export function cellsOf(layout: Layout): readonly Cell[] {
  return indexOf(layout).cells;
}

/**
 * The cell with that key or official code, or undefined.
 * @param layout a form, or its layout
 * @param name a key such as requests.received.total, or a code such as 三.一.总计
 * @returns undefined where the form has none
 * @example findCell(form, '三.一.总计')?.key
 */
export function findCell(layout: Layout, name: string): Cell | undefined {
  return indexOf(layout).byName.get(name);
}

/**
 * The cell with that key or official code.
 * @param layout a form, or its layout
 * @param name a key such as requests.received.total, or a code such as 三.一.总计
 * @returns the cell with its place and ordinal
 * @throws RangeError where the form has none, with the one that was probably meant
 * @example cellOf(form, '三.一.总计').ordinal
 */
export function cellOf(layout: Layout, name: string): Cell {
  const cell = findCell(layout, name);
  if (cell) return cell;
  const meant = closest(name, [...indexOf(layout).byName.keys()]);
  throw new RangeError(`${layout.id} has no cell ${name}${meant === undefined ? '' : `; did you mean ${meant}?`}`);
}
