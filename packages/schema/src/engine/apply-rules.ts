import type { Form } from './form.ts';
import type { Report } from '../report/report.ts';
import { valuesOf } from '../report/values.ts';
import type { Rule } from './rule.ts';
import type { Context } from './context.ts';
import type { Finding } from './finding.ts';
import { instancesOf, judgeInstance, type Judgement } from './judge-formula.ts';
import { previousValues } from './previous.ts';
import { toFindings } from './to-findings.ts';
import { placeInSource, tablesForSums } from './undivided.ts';

/** Applies rules to a report in that form: a finding for each place judged, passes and skips included. */
export function applyRules(form: Form, rules: readonly Rule[], report: Report, context: Context): Finding[] {
  const values = valuesOf(form, tablesForSums(form, report));
  const previous = previousValues(form, context);
  const judged = rules.flatMap((rule): Judgement[] =>
    rule.formula
      ? instancesOf(form, rule.formula).map((instance) =>
          judgeInstance(rule, placeInSource(report, instance), values, previous),
        )
      : testOf(rule)(report, form, context).map((outcome) => ({ rule, outcome })),
  );
  // A figure that covers several cells is not suspected in any one of them.
  return toFindings(form, valuesOf(form, report.tables), judged);
}

function testOf({ id, test }: Rule): NonNullable<Rule['test']> {
  if (!test) throw new TypeError(`rule ${id} has neither formula nor test`);
  return test;
}
