import { applyRules } from '../engine/apply-rules.ts';
import type { Context } from '../engine/context.ts';
import type { Finding } from '../engine/finding.ts';
import { memoizeWeak } from '../common/memoize-weak.ts';
import { completeForm } from '../forms/registry.ts';
import type { Form } from '../engine/form.ts';
import type { Report } from '../report/report.ts';
import type { Rule } from '../engine/rule.ts';

/**
 * Every check on a report in this form, chapters A to I: the form's own on figures, and those on text and context.
 * @param form an official form, as `formOf` gives it
 * @returns rules by chapter, then by number
 * @throws RangeError for a form that is not in the registry
 * @example rulesOf(form).map(({ id }) => id)
 */
export function rulesOf(form: Form): readonly Rule[] {
  return inOrder(form).rules;
}

const inOrder = memoizeWeak((form: Form) => {
  const complete = completeForm(form);
  return { complete, rules: [...complete.figureRules, ...complete.contextRules].sort(inCatalogueOrder) };
});

/**
 * Applies every rule to a report and gives a finding for each place judged, passes and skips included: what the context
 * lacks is skipped. The same code runs in browser, server and command line. `checkFigures` applies those on figures alone.
 * @param form an official form, as `formOf` gives it
 * @param report a parsed report
 * @param context what is known beyond the report; days are `YYYY-MM-DD` in Asia/Shanghai
 * @returns findings in the order of the catalogue
 * @throws RangeError for a form that is not in the registry
 * @example failures(check(form, report, { previous: lastYear }))
 */
export function check(form: Form, report: Report, context: Context = {}): Finding[] {
  const { complete, rules } = inOrder(form);
  return applyRules(complete, rules, report, context);
}

/** Order of two rules in the catalogue: by chapter, then by number. */
export function inCatalogueOrder(a: Rule, b: Rule): number {
  if (a.chapter !== b.chapter) return a.chapter < b.chapter ? -1 : 1;
  const number = ({ id }: Rule) => Number.parseInt(id.slice(1), 10);
  return number(a) - number(b) || (a.id < b.id ? -1 : 1);
}
