/**
 * What is derived from a layout: flat figures, table models, JSON Schema, spreadsheet formulas, data files.
 * @module
 */

import { cellsOf, rowCode } from '../layout/cells.ts';
import type { Layout } from '../layout/layout.ts';
import type { Tables } from '../report/report.ts';
import { valueIn } from '../report/values.ts';
import { formatValue, toFen, type Value } from '../report/value.ts';

/** One figure of a report as flat data: section 三, row （三）1, column 总计, with its value as tables print it. */
export interface Figure {
  readonly key: string;
  readonly section: string;
  readonly row: string;
  readonly column: string;
  readonly value: Value;
  /** As printed: a change with its sign unless 0, money as written, '' for blank. */
  readonly text: string;
}

/**
 * All figures in official order.
 * @param layout a form, or its layout
 * @param tables tables of a report in it
 * @returns one figure for each cell, with code, value and text; money in 万元 as written
 * @example figuresOf(form, report.tables).map(({ code, text }) => `${code} ${text}`)
 */
export function figuresOf(layout: Layout, tables: Tables): Figure[] {
  return cellsOf(layout).map((cell) => {
    const value = valueIn(tables, cell.key);
    return {
      key: cell.key,
      section: cell.section,
      row: rowCode(cell.row),
      column: cell.column.label,
      value,
      text: formatValue(value, cell.measure),
    };
  });
}

/**
 * The figures as whole numbers in official order (position = ordinal - 1), for sums over many reports:
 * counts as they are, money in 分, null for blank, not applicable, and what is no whole number.
 * @param layout a form, or its layout
 * @param tables tables of a report in it
 * @returns one figure for each cell, money in 分
 * @example figureVector(form, report.tables)[0]
 */
export function figureVector(layout: Layout, tables: Tables): (bigint | null)[] {
  return cellsOf(layout).map((cell) => {
    const value = valueIn(tables, cell.key);
    if (typeof value === 'number') return BigInt(value);
    if (typeof value !== 'string' || cell.measure !== 'money') return null;
    return toFen(value) ?? null;
  });
}
