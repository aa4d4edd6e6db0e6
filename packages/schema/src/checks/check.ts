import type { Form } from '../forms/form.ts';
import type { Report } from '../report/report.ts';
import { valuesOf } from '../report/values.ts';
import type { Rule } from '../rules/rule.ts';
import type { Context } from './context.ts';
import type { Finding } from './finding.ts';
import { instancesOf, judgeInstance, type Judgement } from './judge-formula.ts';
import { previousValues } from './previous.ts';
import { toFindings } from './to-findings.ts';

/**
 * Applies every rule of the form to a report and gives a finding for each place judged, passes and skips included.
 * The same code runs in browser, server and command line.
 */
export function check(form: Form, report: Report, context: Context = {}): Finding[] {
  const values = valuesOf(form, report.tables);
  const previous = previousValues(form, context);
  const judged = form.rules.flatMap((rule): Judgement[] =>
    rule.formula
      ? instancesOf(form, rule.formula).map((instance) => judgeInstance(rule, instance, values, previous))
      : testOf(rule)(report, form, context).map((outcome) => ({ rule, outcome })),
  );
  return toFindings(form, values, judged);
}

/** The findings that failed, those that block first, then those to explain, then hints. */
export function failures(findings: readonly Finding[]): Finding[] {
  const order = { block: 0, explain: 1, hint: 2 };
  return findings.filter(({ verdict }) => verdict === 'fail').sort((a, b) => order[a.severity] - order[b.severity]);
}

function testOf({ id, test }: Rule): NonNullable<Rule['test']> {
  if (!test) throw new TypeError(`rule ${id} has neither formula nor test`);
  return test;
}
