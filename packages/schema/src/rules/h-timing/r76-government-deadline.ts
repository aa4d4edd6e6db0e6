import { settingsOf } from '../../engine/settings.ts';
import { judgeDay } from './judge-deadline.ts';
import type { Rule } from '../../engine/rule.ts';

export const r76: Rule = {
  id: 'R76',
  chapter: 'H',
  severity: 'hint',
  title: { zh: '本级政府报告在 3 月 31 日前公布', en: "a government's report is public by 31 March" },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第四十九条第二款' },
  basis: ['law'],
  message: {
    zh: '本级政府年度报告应于 {due} 前公布，实际为 {on}，已逾期。',
    en: "The government's report was due by {due}; it came on {on}, late.",
  },
  mark: 'late',
  test: (report, form, context) =>
    report.kind === 'consolidated' ? [judgeDay(report, context, settingsOf(context, form).due.consolidated)] : [],

  vectors: [
    {
      name: 'on the last day',
      kind: 'consolidated',
      year: 2021,
      context: { publication: { publishedOn: '2022-03-31' } },
      verdict: 'pass',
    },
    {
      name: 'a day late',
      kind: 'consolidated',
      year: 2021,
      context: { publication: { publishedOn: '2022-04-01' } },
      verdict: 'fail',
    },
    { name: 'no record', kind: 'consolidated', verdict: 'skip' },
  ],
};
