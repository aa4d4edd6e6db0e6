import { check } from '../checks/check.ts';
import type { Context } from '../checks/context.ts';
import type { Finding } from '../checks/finding.ts';
import { catalogues } from '../forms/catalogues.ts';
import type { Form } from '../forms/form.ts';
import type { Report } from '../report/report.ts';
import type { Rule } from '../rules/rule.ts';

/** Every check on a report in this form, chapters A to I: the form's own on figures, and those on text and context. */
export function rulesOf(form: Form): readonly Rule[] {
  const others = catalogues.get(form.id) ?? [];
  return [...form.rules, ...others].sort(inCatalogueOrder);
}

/** Applies every check of the catalogue; `check` applies those on figures alone. */
export function checkAll(form: Form, report: Report, context: Context = {}): Finding[] {
  return check({ ...form, rules: rulesOf(form) }, report, context);
}

/** Order of two rules in the catalogue: by chapter, then by number. */
export function inCatalogueOrder(a: Rule, b: Rule): number {
  if (a.chapter !== b.chapter) return a.chapter < b.chapter ? -1 : 1;
  const number = ({ id }: Rule) => Number.parseInt(id.slice(1), 10);
  return number(a) - number(b) || (a.id < b.id ? -1 : 1);
}
