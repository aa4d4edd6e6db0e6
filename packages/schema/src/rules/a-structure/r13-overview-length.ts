import { settingsOf } from '../../engine/settings.ts';
import { textOf, withoutBlanks } from '../../language/passages.ts';
import type { Rule } from '../../engine/rule.ts';

export const r13: Rule = {
  id: 'R13',
  chapter: 'A',
  severity: 'hint',
  title: { zh: '第一部分不超过当地规定的字数', en: 'section one keeps the local limit of length' },
  citation: { document: '国办公开办函〔2021〕30号', place: '报告格式' },
  basis: ['notice'],
  message: {
    zh: '第一部分 {length} 字，超过当地规定的 {limit} 字。请精简。',
    en: 'Section one has {length} characters, more than the local limit of {limit}.',
  },
  test(report, _form, context) {
    const outcome = { scope: 'section', section: 'overview', cells: [] } as const;
    const limit = settingsOf(context).overviewLimit;
    if (limit === undefined) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'switched_off' }];
    const length = [...withoutBlanks(textOf(report, 'overview'))].length;
    return [
      {
        ...outcome,
        verdict: length <= limit ? 'pass' : 'fail',
        params: { length, limit },
        expected: limit,
        actual: length,
      },
    ];
  },

  vectors: [
    {
      name: 'short enough',
      text: { overview: ['工作平稳。'] },
      context: { settings: { overviewLimit: 5 } },
      verdict: 'pass',
    },
    {
      name: 'too long',
      text: { overview: ['工作平稳有序。'] },
      context: { settings: { overviewLimit: 5 } },
      verdict: 'fail',
    },
    { name: 'no limit set', text: { overview: ['工作平稳。'] }, verdict: 'skip' },
  ],
};
