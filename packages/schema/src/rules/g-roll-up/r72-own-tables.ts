import { applyRules } from '../../engine/apply-rules.ts';
import type { Rule } from '../../engine/rule.ts';

export const r72: Rule = {
  id: 'R72',
  chapter: 'G',
  severity: 'block',
  title: { zh: '汇总报告自身通过表内核对', en: 'the roll-up passes the checks on tables itself' },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第四十九条第二款' },
  basis: ['reasoning'],
  message: {
    zh: '汇总报告自身有 {count} 处表内核对不通过（{rules}）。请先改正下级报告，再重新汇总。',
    en: 'The consolidated report fails {count} checks on its tables ({rules}). Correct the reports below it, then roll up again.',
  },
  test(report, form, context) {
    const outcome = { scope: 'report', cells: [] } as const;
    const { rollUp } = context;
    if (!rollUp) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'no_roll_up' }];
    const rules = form.figureRules.filter(({ chapter, severity }) => 'BCD'.includes(chapter) && severity === 'block');
    const findings = applyRules(form, rules, report, context);
    const failed = findings.filter(({ verdict }) => verdict === 'fail');
    const params = { count: failed.length, rules: [...new Set(failed.map(({ rule }) => rule))].join('、') };
    if (failed.length > 0)
      return [{ ...outcome, verdict: 'fail', cells: failed.flatMap(({ cells }) => cells), params }];
    if (findings.some(({ verdict }) => verdict === 'skip'))
      return [{ ...outcome, verdict: 'skip', params: {}, reason: 'blank_cells' }];
    return [{ ...outcome, verdict: 'pass', params: {} }];
  },

  vectors: [
    { name: 'sums that hold', parts: [{}], verdict: 'pass' },
    {
      name: 'a request lost',
      set: { 'requests.received.total': 3 },
      parts: [{ set: { 'requests.received.total': 3 } }],
      verdict: 'fail',
    },
    { name: 'no roll-up', verdict: 'skip' },
  ],
};
