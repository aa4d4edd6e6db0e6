/**
 * Relations between cells as small expression trees, with their readers: evaluate, put into words.
 * @module
 */

import type { ColumnKeyOf, Layout, RowKeyOf } from '../layout/layout.ts';

/** A small expression tree over the keys of a table; `previous` is the same cell in last year's report. */
export type Expression<K extends string = string> =
  | K
  | number
  | { readonly sum: readonly Expression<K>[] }
  | { readonly minus: readonly [Expression<K>, Expression<K>] }
  | { readonly times: readonly [number, Expression<K>] }
  | { readonly previous: K };

export type Comparison = '=' | '>=' | '<=';

export interface Relation<K extends string = string> {
  readonly left: Expression<K>;
  readonly is: Comparison;
  readonly right: Expression<K>;
}

/**
 * A relation between rows that holds in every column of a table, or in some; or one between columns that holds in
 * some rows.
 */
export type Formula =
  | {
      readonly table: string;
      readonly each: 'column';
      readonly columns?: readonly string[];
      readonly relation: Relation;
    }
  | { readonly table: string; readonly each: 'row'; readonly rows: readonly string[]; readonly relation: Relation };

/** A layout, or a part of one that has tables. */
type HasTables = Pick<Layout, 'tables'>;

type BlockOf<L extends HasTables, T extends keyof L['tables']> = L['tables'][T]['blocks'][number];

/** A relation between rows that holds in the given columns, or in all. A misspelled key fails the type check. */
export function eachColumn<L extends HasTables, T extends keyof L['tables'] & string>(
  _layout: L,
  table: T,
  relation: Relation<RowKeyOf<BlockOf<L, T>>>,
  columns?: readonly ColumnKeyOf<BlockOf<L, T>>[],
): Formula {
  return { table, each: 'column', ...(columns && { columns }), relation };
}

/** A relation between columns that holds in each of the given rows. A misspelled key fails the type check. */
export function eachRow<L extends HasTables, T extends keyof L['tables'] & string>(
  _layout: L,
  table: T,
  rows: readonly RowKeyOf<BlockOf<L, T>>[],
  relation: Relation<ColumnKeyOf<BlockOf<L, T>>>,
): Formula {
  return { table, each: 'row', rows, relation };
}
