import { settingsOf } from '../../engine/settings.ts';
import { textOf } from '../../language/passages.ts';
import { topicsMissing } from '../../language/missing-topics.ts';
import type { Rule } from '../../engine/rule.ts';

export const r4: Rule = {
  id: 'R4',
  chapter: 'A',
  severity: 'hint',
  title: { zh: '总体情况写到五个方面', en: 'section one covers its five topics' },
  citation: { document: '国办公开办函〔2021〕30号', place: '（一）总体情况' },
  basis: ['law', 'form'],
  message: {
    zh: '第一部分没有写到：{topics}。官方格式要求综述主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障。',
    en: 'Section one does not speak of: {topics}.',
  },
  test(report, _form, context) {
    const text = textOf(report, 'overview');
    const outcome = { scope: 'section', section: 'overview', cells: [] } as const;
    if (text === '') return [{ ...outcome, verdict: 'skip', params: {}, reason: 'not_stated' }];
    const topics = topicsMissing(text, settingsOf(context).overviewTopics);
    return [{ ...outcome, verdict: topics.length === 0 ? 'pass' : 'fail', params: { topics: topics.join('、') } }];
  },

  vectors: [
    {
      name: 'all five',
      text: { overview: ['主动公开有序，依申请公开规范，信息管理严格，平台建设稳步推进，监督保障到位。'] },
      verdict: 'pass',
    },
    { name: 'one of five', text: { overview: ['全年主动公开政府信息 86 条。'] }, verdict: 'fail' },
    { name: 'an empty section', verdict: 'skip' },
  ],
};
