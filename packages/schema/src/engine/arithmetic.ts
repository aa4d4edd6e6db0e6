import { memoizeWeak } from '../common/memoize-weak.ts';
import type { Instance } from '../formulas/compile.ts';
import { toFigureArray, holds, compileProgram, residualsOf, type Program } from '../formulas/program.ts';
import type { Form } from './form.ts';
import { cellsOf } from '../layout/cells.ts';
import type { Report } from '../report/report.ts';
import { valuesOf } from '../report/values.ts';
import type { Value } from '../report/value.ts';
import type { Rule } from './rule.ts';
import type { Context } from './context.ts';
import type { Finding } from './finding.ts';
import { instancesOf, judgeInstance } from './judge-formula.ts';
import { previousValues } from './previous.ts';
import { toFindings } from './to-findings.ts';
import { placeInSource, tablesForSums } from './undivided.ts';

/** Verdicts of a form's formulas: how many places pass or are skipped, and the findings of those that fail. */
export interface Arithmetic {
  readonly passed: number;
  readonly skipped: number;
  readonly failed: readonly Finding[];
}

/**
 * Evaluates the formulas of a form over a report: the verdicts of `checkFigures` on them, many times faster, because places
 * that hold or cannot be judged are counted and not described. For imports and lists of many reports.
 * @param form an official form, as `formOf` gives it
 * @param report a parsed report
 * @param context last year's report, for rules across years
 * @returns how many places pass and are skipped, and the findings of those that fail
 * @example arithmetic(form, report, { previous: lastYear }).failed
 */
export function arithmetic(form: Form, report: Report, context: Context = {}): Arithmetic {
  const { places, program } = compileForm(form);
  const tables = tablesForSums(form, report);
  const figures = toFigureArray(form, tables);
  const previous = previousValues(form, context);
  if (previous) appendPrevious(figures, previous);
  const residuals = residualsOf(program, figures);
  let [passed, skipped] = [0, 0];
  for (let at = 0; at < residuals.length; at++) {
    if (holds(program.comparisons[at]!, residuals[at]!)) passed++;
    else if (Number.isNaN(residuals[at])) skipped++;
  }
  if (passed + skipped === residuals.length) return { passed, skipped, failed: [] };
  // What makes a sum fail is found by the sums that hold, so all are judged at length once one fails.
  const values = valuesOf(form, tables);
  const judged = places.map(({ rule, instance }) =>
    judgeInstance(rule, placeInSource(report, instance), values, previous),
  );
  const findings = toFindings(form, valuesOf(form, report.tables), judged);
  return { passed, skipped, failed: findings.filter(({ verdict }) => verdict === 'fail') };
}

function appendPrevious(figures: Float64Array, previous: readonly Value[]): void {
  previous.forEach((value, at) => {
    if (typeof value === 'number') figures[previous.length + at] = value;
  });
}

interface Compiled {
  readonly places: readonly { readonly rule: Rule; readonly instance: Instance }[];
  readonly program: Program;
}

const compileForm = memoizeWeak((form: Form): Compiled => {
  const places = form.figureRules.flatMap((rule) =>
    rule.formula ? instancesOf(form, rule.formula).map((instance) => ({ rule, instance })) : [],
  );
  const instances = places.map(({ instance }) => instance);
  return { places, program: compileProgram(instances, cellsOf(form).length) };
});
