import type { Form } from '../forms/form.ts';
import { cellsOf } from '../layout/cells.ts';
import type { Report } from '../report/report.ts';
import { valueAt } from '../report/values.ts';
import { addValues, type Value } from '../report/value.ts';
import type { Context } from './context.ts';

/** Last year's values in the order of this year's form: the body's own, or the sum over its predecessors. */
export function previousValues(form: Form, { previous, predecessors }: Context): Value[] | undefined {
  if (!predecessors?.length) return previous && alignPrevious(form, previous);
  const aligned = predecessors.map((report) => alignPrevious(form, report));
  return cellsOf(form).map(({ ordinal }) => addValues(aligned.map((values) => values[ordinal - 1] ?? null)));
}

/**
 * Last year's values in the order of this year's form. Between two forms the lineage says which rows
 * are the same; what has no single counterpart is blank.
 */
export function alignPrevious(form: Form, previous: Report): Value[] {
  const crossing = previous.form !== form.id;
  const lineage = crossing && form.lineage?.previous.id === previous.form ? form.lineage : undefined;
  if (crossing && !lineage) return cellsOf(form).map(() => null);
  const incomparable = new Set([
    ...(lineage?.changedRows ?? []),
    ...(lineage?.splitRows ?? []).flatMap(({ into }) => into),
  ]);
  return cellsOf(form).map((cell) =>
    incomparable.has(`${cell.table}.${cell.row.key}`) ? null : valueAt(previous.tables, cell.key),
  );
}
