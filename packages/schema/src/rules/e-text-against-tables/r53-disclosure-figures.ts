import type { Rule } from '../../engine/rule.ts';
import { judgeClaims, claimMessage } from './judge-claims.ts';

export const r53: Rule = {
  id: 'R53',
  chapter: 'E',
  severity: 'explain',
  title: {
    zh: '文中的许可、处罚、强制、收费数与表二一致',
    en: 'licences, penalties, measures and fees in the text are those of table two',
  },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第五十条' },
  basis: ['reasoning'],
  message: claimMessage,
  test: judgeClaims('R53'),

  vectors: [
    {
      name: 'the figure of the table',
      set: { 'disclosure.licensing.decisions': 97 },
      text: { overview: ['全年作出行政许可决定 97 件。'] },
      verdict: 'pass',
    },
    {
      name: 'another number',
      set: { 'disclosure.licensing.decisions': 97 },
      text: { overview: ['全年作出行政许可决定 79 件。'] },
      verdict: 'fail',
    },
    {
      name: 'a blank figure',
      set: { 'disclosure.licensing.decisions': null },
      text: { overview: ['全年作出行政许可决定 97 件。'] },
      verdict: 'skip',
    },
    { name: 'licences made public', text: { overview: ['公开行政许可信息 30 条。'] }, verdict: 'pass' },
  ],
};
