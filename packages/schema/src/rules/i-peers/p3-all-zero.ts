import { previousValues } from '../../engine/previous.ts';
import { isAnswered, type Value } from '../../report/value.ts';
import { valuesOf } from '../../report/values.ts';
import type { Rule } from '../../engine/rule.ts';

export const p3: Rule = {
  id: 'P3',
  chapter: 'I',
  severity: 'hint',
  title: { zh: '往年有数字的，今年不会全部为 0', en: 'not all zero with a non-zero history' },
  citation: { document: '国办公开办函〔2021〕30号', place: '报告格式' },
  basis: ['reasoning'],
  message: {
    zh: '今年全部数字为 0，而上一年度不是。请核对是否误交了空表。',
    en: 'All figures are 0 this year, but not last year. Check that no empty table was submitted.',
  },
  test(report, form, context) {
    const outcome = { scope: 'report', cells: [] } as const;
    const before = previousValues(form, context);
    if (!before) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'no_previous_report' }];
    const isZero = (value: Value) => !isAnswered(value) || Number(value) === 0;
    const emptied = valuesOf(form, report.tables).every(isZero) && !before.every(isZero);
    return [{ ...outcome, verdict: emptied ? 'fail' : 'pass', params: {} }];
  },

  vectors: [
    { name: 'zero as ever', previous: {}, verdict: 'pass' },
    { name: 'an empty table', previous: { set: { 'requests.received.total': 3 } }, verdict: 'fail' },
    { name: 'last year unknown', verdict: 'skip' },
  ],
};
