import { previousValues } from '../checks/previous.ts';
import { isAnswered } from '../report/value.ts';
import { valuesOf } from '../report/values.ts';
import type { Rule } from './rule.ts';

export const r66: Rule = {
  id: 'R66',
  chapter: 'F',
  severity: 'explain',
  title: { zh: '数字没有照抄上年', en: "the figures are not last year's" },
  citation: { document: '国办公开办函〔2021〕30号', place: '（四）明确责任' },
  basis: ['reasoning'],
  message: {
    zh: '全部数字与上一年度完全相同。请核对是否误用了上年的表格；确实相同的请说明。',
    en: "All figures are the same as last year's. Check that last year's tables were not used by mistake, or explain.",
  },
  test(report, form, context) {
    const outcome = { scope: 'report', cells: [], params: {} } as const;
    const before = previousValues(form, context);
    if (!before) return [{ ...outcome, verdict: 'skip', reason: 'no_previous_report' }];
    const pairs = valuesOf(form, report.tables)
      .map((value, at) => [value, before[at] ?? null] as const)
      .filter(([now, then]) => isAnswered(now) && isAnswered(then));
    if (pairs.length === 0) return [{ ...outcome, verdict: 'skip', reason: 'no_previous_figure' }];
    const copied =
      pairs.every(([now, then]) => Number(now) === Number(then)) && pairs.some(([now]) => Number(now) !== 0);
    return [{ ...outcome, verdict: copied ? 'fail' : 'pass' }];
  },
  vectors: [
    {
      name: 'one figure changed',
      set: { 'requests.received.total': 3, 'requests.granted.total': 3 },
      previous: { set: { 'requests.received.total': 3 } },
      verdict: 'pass',
    },
    { name: 'nothing but zeros', previous: {}, verdict: 'pass' },
    {
      name: 'all as last year',
      set: { 'requests.received.total': 3 },
      previous: { set: { 'requests.received.total': 3 } },
      verdict: 'fail',
    },
    { name: 'no report of last year', verdict: 'skip' },
  ],
};
