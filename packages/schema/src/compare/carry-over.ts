import type { Context } from '../engine/context.ts';
import { previousValues } from '../engine/previous.ts';
import type { Form } from '../engine/form.ts';
import { compile, type Instance, type Sum } from '../formulas/compile.ts';
import { cellsOf } from '../layout/cells.ts';
import type { Value } from '../report/value.ts';

/**
 * Figures that last year's report determines, by cell key: of each cell that a rule of the form sets equal to cells of
 * last year alone. Cells that last year left open are not among them.
 * @param form the form of this year
 * @param context last year's report, or those of the predecessors
 * @returns whole numbers by cell key; empty without a report of last year
 * @example carriedOver(form, { previous }).get('requests.carriedIn.total')
 */
export function carriedOver(
  form: Form,
  context: Pick<Context, 'previous' | 'predecessors'>,
): ReadonlyMap<string, number> {
  const carried = new Map<string, number>();
  const previous = previousValues(form, context);
  if (!previous) return carried;
  for (const { formula } of form.figureRules)
    for (const instance of formula ? compile(form, formula) : []) {
      const index = determined(instance);
      const value = index === undefined ? undefined : total(instance.right, previous);
      if (value !== undefined) carried.set(cellsOf(form)[index!]!.key, value);
    }
  return carried;
}

/** The one cell of this year that the instance sets equal to cells of last year. */
function determined({ left, is, right }: Instance): number | undefined {
  const [cell, ...others] = left.terms;
  if (is !== '=' || !cell || others.length > 0 || cell.previous || cell.factor !== 1 || left.constant !== 0)
    return undefined;
  return right.terms.length > 0 && right.terms.every(({ previous }) => previous) ? cell.index : undefined;
}

function total({ terms, constant }: Sum, previous: readonly Value[]): number | undefined {
  let sum = constant;
  for (const { index, factor } of terms) {
    const value = previous[index];
    if (typeof value !== 'number') return undefined;
    sum += factor * value;
  }
  return sum;
}
