import { settingsOf } from '../../engine/settings.ts';
import { passagesOf } from '../../language/passages.ts';
import { topicsMissing } from '../../language/missing-topics.ts';
import type { Rule } from '../../engine/rule.ts';

export const r5: Rule = {
  id: 'R5',
  chapter: 'A',
  severity: 'explain',
  title: {
    zh: '政府的报告写明工作考核、社会评议和责任追究结果',
    en: 'a government reports appraisal, public evaluation and accountability',
  },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第五十条第（四）项' },
  basis: ['law'],
  message: {
    zh: '各级人民政府的报告还应写明：{topics}。没有发生的也请写明。',
    en: "A government's report also states: {topics}. Say so where nothing happened.",
  },
  test(report, _form, context) {
    const governs = report.kind === 'consolidated' || report.agency.name.endsWith('人民政府');
    if (!governs) return [];
    const text = passagesOf(report)
      .map(({ text }) => text)
      .join('\n');
    const outcome = { scope: 'report', cells: [] } as const;
    if (text === '') return [{ ...outcome, verdict: 'skip', params: {}, reason: 'not_stated' }];
    const topics = topicsMissing(text, settingsOf(context).governmentTopics);
    return [{ ...outcome, verdict: topics.length === 0 ? 'pass' : 'fail', params: { topics: topics.join('、') } }];
  },

  vectors: [
    {
      name: 'all three',
      text: { overview: ['政务公开列入年度考核，社会评议结果良好，未发生责任追究情形。'] },
      verdict: 'pass',
    },
    { name: 'a bureau need not', agency: '云溪县水利局', text: { overview: ['工作平稳。'] }, verdict: 'pass' },
    { name: 'none of them', text: { overview: ['工作平稳。'] }, verdict: 'fail' },
    { name: 'no text', verdict: 'skip' },
  ],
};
