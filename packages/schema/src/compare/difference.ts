/**
 * Two reports side by side: differences, and what last year determines.
 * @module
 */

import { formOf } from '../forms/registry.ts';
import type { Form } from '../engine/form.ts';
import { cellsOf } from '../layout/cells.ts';
import { addValues, type Value } from '../report/value.ts';
import { valueIn, withValue } from '../report/values.ts';
import type { Report } from '../report/report.ts';

/** One figure in two reports. */
export interface Change {
  /** Key of the cell in the form of `b`; across forms, rows split since are one, named by the earlier key. */
  readonly cell: string;
  readonly before: Value;
  readonly after: Value;
}

/** The figures of two reports side by side. */
export interface Difference {
  readonly changes: readonly Change[];
  /** Cells of either form that have no counterpart in the other. */
  readonly incomparable: readonly string[];
}

/**
 * What changed from one report to another, cell by cell; across forms as far as the lineage says what is the same.
 * @param a the earlier report, or the later one
 * @param b the report to compare it with
 * @returns changed cells, and those without a counterpart
 * @throws RangeError for forms that are not in the registry, or not next to one another
 * @example difference(first, corrected).changes
 */
export function difference(a: Report, b: Report): Difference {
  const pairs = a.form === b.form ? pairsWithin(formOf(a.form)) : pairsAcross(formOf(a.form), formOf(b.form));
  const changes = pairs.compared
    .map(({ cell, before, after }) => ({ cell, before: sum(a, before), after: sum(b, after) }))
    .filter(({ before, after }) => !sameValue(before, after));
  return { changes, incomparable: pairs.incomparable };
}

/**
 * The report with changes of its own form made; `apply(a, difference(a, b))` has the figures of `b`.
 * @param report a parsed report
 * @param difference changes of cells of its form
 * @returns another report; the given one is unchanged
 * @throws RangeError for a form that is not in the registry, or a cell that it lacks
 * @example apply(report, { changes: [{ cell: 'requests.received.total', before: 1, after: 2 }] })
 */
export function apply(report: Report, { changes }: Pick<Difference, 'changes'>): Report {
  const form = formOf(report.form);
  return changes.reduce((changed, { cell, after }) => withValue(form, changed, cell, after), report);
}

interface Pairs {
  readonly compared: readonly {
    readonly cell: string;
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
  readonly incomparable: readonly string[];
}

function pairsWithin(form: Form): Pairs {
  return { compared: cellsOf(form).map(({ key }) => ({ cell: key, before: [key], after: [key] })), incomparable: [] };
}

/** Pairs between a form and the one it comes from, in either direction. @throws RangeError for unrelated forms */
function pairsAcross(from: Form, to: Form): Pairs {
  const [later, turned] = to.lineage?.previous === from.id ? [to, false] : [from, true];
  const { lineage } = later;
  const earlier = turned ? to : from;
  if (lineage?.previous !== earlier.id) throw new RangeError(`${from.id} and ${to.id} are not related`);
  const changed = new Set(lineage.changedRows);
  const split = new Map(lineage.splitRows.flatMap(({ from: row, into }) => into.map((part) => [part, row] as const)));
  const rowsOf = (form: Form) => new Map(cellsOf(form).map((cell) => [cell.key, `${cell.table}.${cell.row.key}`]));
  const [earlierRows, laterRows] = [rowsOf(earlier), rowsOf(later)];
  const groups = new Map<string, string[]>();
  const incomparable: string[] = [];
  for (const [key, row] of laterRows) {
    const column = key.slice(row.length);
    const origin = `${split.get(row) ?? row}${column}`;
    if (changed.has(row) || !earlierRows.has(origin)) incomparable.push(key);
    else groups.set(origin, [...(groups.get(origin) ?? []), key]);
  }
  incomparable.push(...[...earlierRows.keys()].filter((key) => !groups.has(key)));
  const compared = [...groups].map(([origin, parts]) => ({
    cell: parts.length === 1 ? parts[0]! : origin,
    before: turned ? parts : [origin],
    after: turned ? [origin] : parts,
  }));
  return { compared, incomparable: [...new Set(incomparable)] };
}

function sum({ tables }: Report, cells: readonly string[]): Value {
  const [only] = cells;
  return cells.length === 1 ? valueIn(tables, only!) : addValues(cells.map((cell) => valueIn(tables, cell)));
}

/** Zero, blank and "not applicable" are three values; decimals are compared as written. */
function sameValue(a: Value, b: Value): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
