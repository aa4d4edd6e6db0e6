import { memoizeWeak } from '../common/memoize-weak.ts';
import { compile, type Instance } from '../formulas/compile.ts';
import { evaluate } from '../formulas/evaluate.ts';
import type { Formula } from '../formulas/formula.ts';
import type { Form } from './form.ts';
import type { Value } from '../report/value.ts';
import type { Outcome, Rule } from './rule.ts';
import type { Equation } from './localise.ts';

/** What a rule says of one place, before it is put in words. */
export interface Judgement {
  readonly rule: Rule;
  readonly outcome: Outcome;
  /** Set for sums that hold within the report: what localisation works on. */
  readonly equation?: Equation;
}

/** By formula, then by form: forms share rules, but their cells have other ordinals. */
const compileFor = memoizeWeak((formula: Formula) => memoizeWeak((form: Form) => compile(form, formula)));

/** A rule's formula in each place of the form where it holds; compiled once. */
export function instancesOf(form: Form, formula: Formula): readonly Instance[] {
  return compileFor(formula)(form);
}

/** Judges a formula in one place. */
export function judgeInstance(
  rule: Rule,
  instance: Instance,
  values: readonly Value[],
  previous: readonly Value[] | undefined,
): Judgement {
  const { each: scope } = rule.formula!;
  const cells = instance.cells.map(({ key }) => key);
  const params = { section: instance.section, place: instance.label };
  const result = evaluate(instance, values, previous);
  const isSum = instance.is === '=' && !instance.usesPrevious;
  const judgement = (outcome: Outcome, residual?: number): Judgement => ({
    rule,
    outcome,
    ...(isSum && { equation: { instance, residual } }),
  });
  if (result.holds === undefined) return judgement({ verdict: 'skip', scope, cells, params, reason: result.reason });
  const { left, right } = result;
  return judgement(
    {
      verdict: result.holds ? 'pass' : 'fail',
      scope,
      cells,
      params: { ...params, left, right, difference: Math.abs(left - right) },
      expected: right,
      actual: left,
    },
    left - right,
  );
}
