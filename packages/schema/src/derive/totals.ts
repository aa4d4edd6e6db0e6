import type { Form } from '../engine/form.ts';
import type { Expression } from '../formulas/formula.ts';
import { compile } from '../formulas/compile.ts';
import { cellsOf } from '../layout/cells.ts';

/**
 * For each total of a table the cells that add up to it, read from the form's own sums.
 * @param form an official form, as `formOf` gives it
 * @param table key of a table
 * @returns keys of the cells added up, by the key of the total
 * @example totalsOf(form, 'requests').get('requests.received.total')
 */
export function totalsOf(form: Form, table: string): Map<string, readonly string[]> {
  const totals = new Map<string, readonly string[]>();
  for (const { formula } of form.figureRules) {
    if (formula?.table !== table || formula.relation.is !== '=' || !isTotal(formula.relation.right)) continue;
    for (const { left, right, usesPrevious } of compile(form, formula)) {
      const [total] = right.terms;
      const keys = left.terms.map(({ index }) => cellsOf(form)[index]!.key);
      const key = cellsOf(form)[total!.index]!.key;
      if (!usesPrevious && keys.length > 1 && !totals.has(key)) totals.set(key, keys);
    }
  }
  return totals;
}

function isTotal(expression: Expression): boolean {
  return typeof expression === 'string';
}
