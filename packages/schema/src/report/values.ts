import { cellOf, cellsOf } from '../layout/cells.ts';
import type { Layout } from '../layout/layout.ts';
import type { Report, Tables } from './report.ts';
import type { Value } from './value.ts';

/** Value of a cell by its key; a cell that the report does not hold is blank. */
export function valueAt(tables: Tables, cellKey: string): Value {
  const [table, row, column] = cellKey.split('.') as [string, string, string];
  return tables[table]?.[row]?.[column] ?? null;
}

/** Values by tables: every check on a report asks for them, and reports never change. */
const read = new WeakMap<Tables, { readonly of: Layout['tables']; readonly values: readonly Value[] }>();

/** All values in official order: position = ordinal - 1. */
export function valuesOf(layout: Layout, tables: Tables): readonly Value[] {
  const known = read.get(tables);
  if (known?.of === layout.tables) return known.values;
  const values = cellsOf(layout).map((cell) => tables[cell.table]?.[cell.row.key]?.[cell.column.key] ?? null);
  read.set(tables, { of: layout.tables, values });
  return values;
}

/** The report with one cell changed, named by key or official code; the given report stays as it is. */
export function withValue(layout: Layout, report: Report, name: string, value: Value): Report {
  const { table, row, column } = cellOf(layout, name);
  const rows = report.tables[table];
  return {
    ...report,
    tables: { ...report.tables, [table]: { ...rows, [row.key]: { ...rows?.[row.key], [column.key]: value } } },
  };
}
