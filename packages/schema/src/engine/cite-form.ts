import type { Layout } from '../layout/layout.ts';
import type { Rule } from './rule.ts';

/** The place of what a form prescribes as a whole; rules that the forms share cite it. */
const reportForm = '报告格式';

/** The rules as they apply to a form: those that rest on the report's form cite the document of this one. */
export function citeForm(layout: Layout, rules: readonly Rule[]): readonly Rule[] {
  return rules.map((rule) =>
    rule.citation.place === reportForm ? { ...rule, citation: { ...rule.citation, ...layout.citation } } : rule,
  );
}
