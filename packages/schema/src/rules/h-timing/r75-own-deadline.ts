import { settingsOf } from '../../engine/settings.ts';
import { judgeDay } from './judge-deadline.ts';
import type { Rule } from '../../engine/rule.ts';

export const r75: Rule = {
  id: 'R75',
  chapter: 'H',
  severity: 'hint',
  title: { zh: '本机关报告在 1 月 31 日前报送并公布', en: "a body's own report is submitted and public by 31 January" },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第四十九条第一款' },
  basis: ['law'],
  message: {
    zh: '本机关年度报告应于 {due} 前公布，实际为 {on}，已逾期。',
    en: 'The report was due by {due}; it came on {on}, late.',
  },
  mark: 'late',
  test: (report, form, context) =>
    report.kind === 'own' ? [judgeDay(report, context, settingsOf(context, form).due.own)] : [],

  vectors: [
    { name: 'on the last day', year: 2021, context: { publication: { publishedOn: '2022-01-31' } }, verdict: 'pass' },
    { name: 'a day late', year: 2021, context: { publication: { publishedOn: '2022-02-01' } }, verdict: 'fail' },
    { name: 'no record', verdict: 'skip' },
  ],
};
