import type { Layout } from '../layout/layout.ts';
import type { Rule } from './rule.ts';

/** The place of what a form prescribes as a whole; rules that the forms share cite it. */
const reportForm = '报告格式';

/** A shared rule that rests on the document of this form, at the same place. */
export function restOn(layout: Layout, rule: Rule): Rule {
  return { ...rule, citation: { ...rule.citation, ...layout.citation } };
}

/** The rules as they apply to a form: those that rest on the report's form cite the document of this one. */
export function citeForm(layout: Layout, rules: readonly Rule[]): readonly Rule[] {
  return rules.map((rule) => (rule.citation.place === reportForm ? restOn(layout, rule) : rule));
}
