import { previousValues } from '../../engine/previous.ts';
import { isAnswered } from '../../report/value.ts';
import { valuesOf } from '../../report/values.ts';
import type { Rule } from '../../engine/rule.ts';

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
    let [compared, differ, counted] = [0, false, false];
    valuesOf(form, report.tables).forEach((now, at) => {
      const then = before[at] ?? null;
      if (!isAnswered(now) || !isAnswered(then)) return;
      compared++;
      if (Number(now) !== Number(then)) differ = true;
      if (Number(now) !== 0) counted = true;
    });
    if (compared === 0) return [{ ...outcome, verdict: 'skip', reason: 'no_previous_figure' }];
    return [{ ...outcome, verdict: !differ && counted ? 'fail' : 'pass' }];
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
