import { previousValues } from '../../engine/previous.ts';
import { settingsOf } from '../../engine/settings.ts';
import { cellsOf } from '../../layout/cells.ts';
import { valuesOf } from '../../report/values.ts';
import type { Outcome, Rule } from '../../engine/rule.ts';

export const r65: Rule = {
  id: 'R65',
  chapter: 'F',
  severity: 'hint',
  title: { zh: '与上年相比没有异常的大起大落', en: 'no figure leaps or falls against last year' },
  citation: { document: '国办公开办函〔2019〕60号', place: '报告格式' },
  basis: ['reasoning'],
  message: {
    zh: '{code} 今年为 {actual}，上一年度为 {previous}，相差悬殊。请核对是否填错。',
    en: '{code} reads {actual}, last year {previous}: an unusual leap. Check it for a slip.',
  },
  test(report, form, context) {
    const outcome = { scope: 'report', cells: [], params: {} } as const;
    const before = previousValues(form, context);
    if (!before) return [{ ...outcome, verdict: 'skip', reason: 'no_previous_report' }];
    // A part of a body is smaller than the whole was.
    if (context.splitOff) return [{ ...outcome, verdict: 'skip', reason: 'no_previous_figure' }];
    const values = valuesOf(form, report.tables);
    const { factor, from } = settingsOf(context).jump;
    const leaps: Outcome[] = [];
    for (const { key, code, ordinal, measure } of cellsOf(form)) {
      const now = values[ordinal - 1];
      const then = before[ordinal - 1];
      if (measure !== 'count' || typeof now !== 'number' || typeof then !== 'number') continue;
      const high = Math.max(now, then);
      if (high < from || high <= factor * Math.min(now, then)) continue;
      const params = { code, actual: now, previous: then };
      leaps.push({ verdict: 'fail', scope: 'cell', cells: [key], params, actual: now });
    }
    return leaps.length > 0 ? leaps : [{ ...outcome, verdict: 'pass' }];
  },
  vectors: [
    {
      name: 'five times as many',
      set: { 'requests.received.total': 100 },
      previous: { set: { 'requests.received.total': 20 } },
      verdict: 'pass',
    },
    { name: 'a small leap', set: { 'requests.received.total': 19 }, previous: {}, verdict: 'pass' },
    {
      name: 'more than five times as many',
      set: { 'requests.received.total': 101 },
      previous: { set: { 'requests.received.total': 20 } },
      verdict: 'fail',
    },
    {
      name: 'less than a fifth',
      set: { 'requests.received.total': 3 },
      previous: { set: { 'requests.received.total': 20 } },
      verdict: 'fail',
    },
    { name: 'no report of last year', set: { 'requests.received.total': 101 }, verdict: 'skip' },
    {
      name: 'split off from a larger body',
      set: { 'requests.received.total': 3 },
      predecessors: [{ set: { 'requests.received.total': 20 } }],
      context: { splitOff: true },
      verdict: 'skip',
    },
  ],
};
