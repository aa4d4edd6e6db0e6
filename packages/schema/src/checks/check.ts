import { compile, type Instance } from '../formulas/compile.ts';
import { evaluate, type SkipReason } from '../formulas/evaluate.ts';
import type { Formula } from '../formulas/formula.ts';
import type { Form } from '../forms/form.ts';
import type { Report } from '../report/report.ts';
import { valuesOf } from '../report/values.ts';
import type { Outcome, Rule, Text } from '../rules/rule.ts';
import type { Context } from './context.ts';
import type { Finding } from './finding.ts';
import { alignPrevious } from './previous.ts';

/** Words for a check that could not be made. */
const skipped: Record<SkipReason, Text> = {
  blank_cells: { zh: '有空白单元格，无法核对', en: 'not assessable: a cell is blank' },
  not_a_number: { zh: '有单元格不是整数，无法核对', en: 'not assessable: a cell is not a whole number' },
  no_previous_report: { zh: '没有上一年度报告，无法核对', en: 'not assessable: no report of the year before' },
  no_previous_figure: {
    zh: '上一年度报告没有可比的数字，无法核对',
    en: 'not assessable: the year before has no comparable figure',
  },
};

/**
 * Applies every rule of the form to a report and gives a finding for each place judged, passes and skips included.
 * The same code runs in browser, server and command line.
 */
export function check(form: Form, report: Report, context: Context = {}): Finding[] {
  return form.rules.flatMap((rule) =>
    outcomesOf(rule, form, report, context).map((outcome) => toFinding(rule, outcome)),
  );
}

/** The findings that failed, those that block first, then those to explain, then hints. */
export function failures(findings: readonly Finding[]): Finding[] {
  const order = { block: 0, explain: 1, hint: 2 };
  return findings.filter(({ verdict }) => verdict === 'fail').sort((a, b) => order[a.severity] - order[b.severity]);
}

/** Instances by formula and form: forms share rules, but their cells have other ordinals. */
const compiled = new WeakMap<Form, Map<Formula, readonly Instance[]>>();

function instancesOf(form: Form, formula: Formula): readonly Instance[] {
  let ofForm = compiled.get(form);
  if (!ofForm) compiled.set(form, (ofForm = new Map()));
  let instances = ofForm.get(formula);
  if (!instances) ofForm.set(formula, (instances = compile(form, formula)));
  return instances;
}

function outcomesOf(rule: Rule, form: Form, report: Report, context: Context): readonly Outcome[] {
  if (rule.test) return rule.test(report, form, context);
  if (!rule.formula) throw new TypeError(`rule ${rule.id} has neither formula nor test`);
  const values = valuesOf(form, report.tables);
  const previous = context.previous && alignPrevious(form, context.previous);
  const scope = rule.formula.each;
  return instancesOf(form, rule.formula).map((instance) => {
    const cells = instance.cells.map(({ key }) => key);
    const params = { section: instance.section, place: instance.label };
    const result = evaluate(instance, values, previous);
    if (result.holds === undefined) return { verdict: 'skip', scope, cells, params, reason: result.reason };
    const { left, right } = result;
    return {
      verdict: result.holds ? 'pass' : 'fail',
      scope,
      cells,
      params: { ...params, left, right, difference: Math.abs(left - right) },
      expected: right,
      actual: left,
    };
  });
}

function toFinding(rule: Rule, outcome: Outcome): Finding {
  return { rule: rule.id, severity: rule.severity, ...outcome, message: messageOf(rule, outcome) };
}

function messageOf(rule: Rule, { verdict, reason, params }: Outcome): Text {
  if (verdict === 'pass') return rule.title;
  const text = verdict === 'skip' && reason ? skipped[reason] : rule.message;
  return { zh: fill(text.zh, params), en: fill(text.en, params) };
}

function fill(template: string, params: Outcome['params']): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
