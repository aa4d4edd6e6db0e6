import { memoizeWeak } from '../common/memoize-weak.ts';
import type { Form } from './form.ts';
import { cellOf, cellsOf } from '../layout/cells.ts';
import type { Report } from '../report/report.ts';
import { addValues, type Value } from '../report/value.ts';
import type { Context } from './context.ts';
import type { SkipReason } from './reasons.ts';

/**
 * Last year's values in the order of this year's form: the body's own, or the sum over its predecessors.
 * @param form the form of this year
 * @param context last year's report, or those of the predecessors
 * @returns one value for each cell, at its ordinal - 1; undefined without a report of last year
 * @example previousValues(form, { previous: lastYear })
 */
export function previousValues(form: Form, { previous, predecessors }: Context): readonly Value[] | undefined {
  if (!predecessors?.length) return previous && alignPrevious(form, previous);
  const aligned = predecessors.map((report) => alignPrevious(form, report));
  return cellsOf(form).map(({ ordinal }) => addValues(aligned.map((values) => values[ordinal - 1] ?? null)));
}

/**
 * The sum of some of last year's figures, or why there is none. Of a body that was split off from another nothing is
 * known: what it had a part in was counted by the whole.
 */
export function previousTotal(
  form: Form,
  context: Context,
  keys: readonly string[],
): { readonly total: number } | { readonly reason: SkipReason } {
  const values = previousValues(form, context);
  if (!values) return { reason: 'no_previous_report' };
  if (context.splitOff) return { reason: 'no_previous_figure' };
  const figures = keys.map((key) => values[cellOf(form, key).ordinal - 1]);
  return figures.every((figure) => typeof figure === 'number')
    ? { total: figures.reduce((sum, figure) => sum + figure, 0) }
    : { reason: 'no_previous_figure' };
}

/**
 * Last year's values in the order of this year's form. Between two forms the lineage says which rows
 * are the same; what has no single counterpart is blank.
 * @param form the form of this year
 * @param previous last year's report, in whichever form
 * @returns one value for each cell, at its ordinal - 1
 * @example alignPrevious(form, lastYear)[cellOf(form, '三.二.总计').ordinal - 1]
 */
export function alignPrevious(form: Form, previous: Report): readonly Value[] {
  const known = aligned.get(previous);
  if (known?.form === form) return known.values;
  const comparable = comparableCells(form, previous.form);
  const values = cellsOf(form).map(({ table, row, column, ordinal }) =>
    comparable[ordinal - 1] ? (previous.tables[table]?.[row.key]?.[column.key] ?? null) : null,
  );
  aligned.set(previous, { form, values });
  return values;
}

/** Every rule across years asks for the same, and reports never change. */
const aligned = new WeakMap<Report, { readonly form: Form; readonly values: readonly Value[] }>();

/** By form and the form of the year before: whether a cell means the same in both, in official order. */
const known = memoizeWeak((_form: Form) => new Map<string, readonly boolean[]>());

function comparableCells(form: Form, previousForm: string): readonly boolean[] {
  let comparable = known(form).get(previousForm);
  if (!comparable) known(form).set(previousForm, (comparable = compareCells(form, previousForm)));
  return comparable;
}

function compareCells(form: Form, previousForm: string): boolean[] {
  const crossing = previousForm !== form.id;
  const lineage = crossing && form.lineage?.previous === previousForm ? form.lineage : undefined;
  if (crossing && !lineage) return cellsOf(form).map(() => false);
  const changed = new Set([...(lineage?.changedRows ?? []), ...(lineage?.splitRows ?? []).flatMap(({ into }) => into)]);
  return cellsOf(form).map(({ table, row }) => !changed.has(`${table}.${row.key}`));
}
