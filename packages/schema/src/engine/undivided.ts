import type { Instance } from '../formulas/compile.ts';
import { findCell, type Cell } from '../layout/cells.ts';
import type { Layout } from '../layout/layout.ts';
import type { Report, Tables, UndividedRow } from '../report/report.ts';
import { withValue, valueIn } from '../report/values.ts';
import type { Value } from '../report/value.ts';

/** A figure that a source gives for several cells together, with those cells, all of them blank. */
export interface UndividedFigure {
  readonly row: UndividedRow;
  readonly cells: readonly Cell[];
  readonly value: Value;
}

/** The figures of a report that could not be divided among its cells. */
export function undividedFigures(layout: Layout, { asFound, tables }: Report): UndividedFigure[] {
  return (asFound?.undivided ?? []).flatMap((row) =>
    Object.entries(row.values).flatMap(([column, value]): UndividedFigure[] => {
      const cells = row.rows.flatMap((key) => findCell(layout, `${key}.${column}`) ?? []);
      const areBlank = cells.length > 0 && cells.every(({ key }) => valueIn(tables, key) === null);
      return value !== null && areBlank ? [{ row, cells, value }] : [];
    }),
  );
}

/**
 * The tables with which sums are evaluated: a figure that stands for several rows in the first of them, 0 in the others.
 * No sum takes some of these rows and leaves others, so its place makes no difference.
 */
export function tablesForSums(layout: Layout, report: Report): Tables {
  if (!report.asFound?.undivided) return report.tables;
  return undividedFigures(layout, report).reduce(
    (filled, { cells, value }) =>
      cells.reduce((one, { key }, at) => withValue(layout, one, key, at === 0 ? value : 0), filled),
    report,
  ).tables;
}

/** The place of a sum by the name that the row has in the source, where that row covers several. */
export function placeInSource({ asFound }: Report, instance: Instance): Instance {
  const row = asFound?.undivided?.find(({ rows }) =>
    instance.cells.every(({ table, row: { key } }) => rows.includes(`${table}.${key}`)),
  );
  return row ? { ...instance, label: row.label } : instance;
}
