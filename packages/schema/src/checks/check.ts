import { compile, type Instance } from '../formulas/compile.ts';
import { evaluate } from '../formulas/evaluate.ts';
import type { Formula } from '../formulas/formula.ts';
import type { Form } from '../forms/form.ts';
import type { Layout } from '../layout/layout.ts';
import type { Report } from '../report/report.ts';
import { valuesOf } from '../report/values.ts';
import type { Value } from '../report/value.ts';
import type { Outcome, Rule } from '../rules/rule.ts';
import type { Context } from './context.ts';
import type { Finding } from './finding.ts';
import { localise, type Equation } from './localise.ts';
import { messageOf } from './messages.ts';
import { previousValues } from './previous.ts';

/**
 * Applies every rule of the form to a report and gives a finding for each place judged, passes and skips included.
 * The same code runs in browser, server and command line.
 */
export function check(form: Form, report: Report, context: Context = {}): Finding[] {
  const values = valuesOf(form, report.tables);
  const previous = previousValues(form, context);
  const judged: Judgement[] = form.rules.flatMap((rule) =>
    rule.formula
      ? judgeFormula(form, rule, rule.formula, values, previous)
      : testOf(rule)(report, form, context).map((outcome) => ({ rule, outcome })),
  );
  const suspects = localise(
    form,
    values,
    judged.flatMap(({ equation }) => equation ?? []),
  );
  return judged.map(({ rule, outcome, equation }) => {
    const named = equation && suspects.get(equation);
    return toFinding(rule, named ? { ...outcome, suspects: named } : outcome);
  });
}

/** The findings that failed, those that block first, then those to explain, then hints. */
export function failures(findings: readonly Finding[]): Finding[] {
  const order = { block: 0, explain: 1, hint: 2 };
  return findings.filter(({ verdict }) => verdict === 'fail').sort((a, b) => order[a.severity] - order[b.severity]);
}

interface Judgement {
  readonly rule: Rule;
  readonly outcome: Outcome;
  /** Set for sums that hold within the report: what localisation works on. */
  readonly equation?: Equation;
}

/** Instances by formula and the tables they are compiled for: forms share rules, but their cells have other ordinals. */
const compiled = new WeakMap<Formula, WeakMap<Layout['tables'], readonly Instance[]>>();

function instancesOf(form: Form, formula: Formula): readonly Instance[] {
  let ofFormula = compiled.get(formula);
  if (!ofFormula) compiled.set(formula, (ofFormula = new WeakMap()));
  let instances = ofFormula.get(form.tables);
  if (!instances) ofFormula.set(form.tables, (instances = compile(form, formula)));
  return instances;
}

function testOf({ id, test }: Rule): NonNullable<Rule['test']> {
  if (!test) throw new TypeError(`rule ${id} has neither formula nor test`);
  return test;
}

function judgeFormula(
  form: Form,
  rule: Rule,
  formula: Formula,
  values: readonly Value[],
  previous: readonly Value[] | undefined,
): Judgement[] {
  const scope = formula.each;
  return instancesOf(form, formula).map((instance) => {
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
  });
}

/** The spread stands first: an object so made is several times faster to make. */
function toFinding(rule: Rule, outcome: Outcome): Finding {
  const severity = outcome.severity ?? rule.severity;
  const finding = { ...outcome, rule: rule.id, severity, message: messageOf(rule, outcome) };
  return rule.mark && outcome.verdict === 'fail' ? { ...finding, mark: rule.mark } : finding;
}
