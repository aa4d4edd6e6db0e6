import { noticesCited, regulationsCited } from '../../language/citations.ts';
import { passagesOf, preambleOf } from '../../language/passages.ts';
import type { Rule } from '../../engine/rule.ts';

export const r15: Rule = {
  id: 'R15',
  chapter: 'A',
  severity: 'hint',
  title: { zh: '引用的依据文号正确', en: 'the legal basis is cited by its right number' },
  citation: { document: '中华人民共和国政府信息公开条例' },
  basis: ['practice'],
  message: {
    zh: '引用的文号“{found}”应为“{expected}”。',
    en: '{found} is cited; it should be {expected}.',
  },
  test(report, form) {
    const text = [preambleOf(report), ...passagesOf(report).map(({ text }) => text)].join('\n');
    const outcome = { scope: 'report', cells: [] } as const;
    const cited = [...regulationsCited(text), ...noticesCited(text, form)];
    if (cited.length === 0) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'not_stated' }];
    const wrong = cited.filter(({ found, expected }) => found !== expected);
    if (wrong.length === 0) return [{ ...outcome, verdict: 'pass', params: {} }];
    return wrong.map(({ found, expected }) => ({
      ...outcome,
      verdict: 'fail',
      params: { found, expected },
      expected,
      actual: found,
    }));
  },

  vectors: [
    {
      name: 'the regulation in force',
      text: { overview: ['根据《中华人民共和国政府信息公开条例》（国务院令第711号）编制。'] },
      verdict: 'pass',
    },
    {
      name: 'its short number',
      text: { overview: ['按照《政府信息公开条例》（国令第 711 号）编制。'] },
      verdict: 'pass',
    },
    {
      name: 'the regulation of 2007',
      text: { overview: ['根据《中华人民共和国政府信息公开条例》（国务院令第492号）编制。'] },
      verdict: 'fail',
    },
    { name: 'nothing cited', verdict: 'skip' },
  ],
};
