import { cellOf, cellsOf } from '../layout/cells.ts';
import type { CellNameOf, Layout, MoneyNameOf } from '../layout/layout.ts';
import type { Report, Tables } from './report.ts';
import type { MoneyValue, Value } from './value.ts';

/** The value that a cell may hold: an amount of money is a decimal string as written, not a number. */
export type ValueOf<L extends Layout, N extends string> = N extends MoneyNameOf<L> ? MoneyValue : Value;

/** For code whose keys come from the layout: value by key, blank where the tables hold none. `valueAt` checks the name. */
export function valueIn(tables: Tables, cellKey: string): Value {
  const [table, row, column] = cellKey.split('.') as [string, string, string];
  return tables[table]?.[row]?.[column] ?? null;
}

/** Values by tables: every check on a report asks for them, and reports never change. */
const read = new WeakMap<Tables, { readonly of: Layout['tables']; readonly values: readonly Value[] }>();

/**
 * All values in official order: position = ordinal - 1.
 * @param layout a form, or its layout
 * @param tables tables of a report in it
 * @returns one value for each cell, at its ordinal - 1
 * @example valuesOf(form, report.tables).filter(isAnswered).length
 */
export function valuesOf(layout: Layout, tables: Tables): readonly Value[] {
  const known = read.get(tables);
  if (known?.of === layout.tables) return known.values;
  const values = cellsOf(layout).map((cell) => tables[cell.table]?.[cell.row.key]?.[cell.column.key] ?? null);
  read.set(tables, { of: layout.tables, values });
  return values;
}

/**
 * The value of a cell, named by key or official code; a cell that the report does not hold is blank.
 * @param layout a form, or its layout
 * @param report a parsed report
 * @param name a key such as requests.received.total, or a code such as 三.一.总计
 * @returns a number, a decimal string in 万元, `null` for blank, or "not applicable"
 * @throws RangeError where the form has no such cell, with the one that was probably meant
 * @example valueAt(form, report, '三.一.总计')
 */
export function valueAt<const L extends Layout, N extends CellNameOf<L>>(
  layout: L,
  { tables }: Pick<Report, 'tables'>,
  name: N,
): ValueOf<L, N> {
  return valueIn(tables, cellOf(layout, name).key) as ValueOf<L, N>;
}

/**
 * The report with one cell changed, named by key or official code; the given report stays as it is.
 * @param layout a form, or its layout
 * @param report a parsed report
 * @param name a key such as requests.received.total, or a code such as 三.一.总计
 * @param value the new value; money as a decimal string in 万元
 * @returns another report; the given one is unchanged
 * @throws RangeError where the form has no such cell, with the one that was probably meant
 * @example withValue(form, report, '三.一.总计', 12)
 */
export function withValue<const L extends Layout, N extends CellNameOf<L>>(
  layout: L,
  report: Report,
  name: N,
  value: ValueOf<L, N>,
): Report {
  const { table, row, column } = cellOf(layout, name);
  const rows = report.tables[table];
  return {
    ...report,
    tables: { ...report.tables, [table]: { ...rows, [row.key]: { ...rows?.[row.key], [column.key]: value } } },
  };
}
