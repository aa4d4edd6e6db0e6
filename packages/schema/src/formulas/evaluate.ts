import type { Value } from '../report/value.ts';
import type { Instance, Sum } from './compile.ts';

/** Why a formula could not be evaluated: keys of the engine's skip reasons. */
type UnknownReason = 'blank_cells' | 'not_a_number' | 'no_previous_report' | 'no_previous_figure';

/** What a formula says of the figures: both sides where they could be computed, else why not. */
export type Evaluation =
  | { readonly holds: boolean; readonly left: number; readonly right: number }
  | { readonly holds: undefined; readonly reason: UnknownReason };

/** Evaluates one instance over this year's values and, where it asks for them, last year's (both in official order). */
export function evaluate(instance: Instance, values: readonly Value[], previous?: readonly Value[]): Evaluation {
  if (instance.usesPrevious && !previous) return { holds: undefined, reason: 'no_previous_report' };
  const left = add(instance.left, values, previous);
  if (typeof left !== 'number') return { holds: undefined, reason: left.reason };
  const right = add(instance.right, values, previous);
  if (typeof right !== 'number') return { holds: undefined, reason: right.reason };
  const holds = instance.is === '=' ? left === right : instance.is === '>=' ? left >= right : left <= right;
  return { holds, left, right };
}

function add(
  { terms, constant }: Sum,
  values: readonly Value[],
  previous?: readonly Value[],
): number | { reason: UnknownReason } {
  let total = constant;
  for (const term of terms) {
    const value = (term.previous ? previous : values)?.[term.index] ?? null;
    if (typeof value === 'number') total += term.factor * value;
    else if (term.previous) return { reason: 'no_previous_figure' };
    else return { reason: typeof value === 'string' ? 'not_a_number' : 'blank_cells' };
  }
  return total;
}
