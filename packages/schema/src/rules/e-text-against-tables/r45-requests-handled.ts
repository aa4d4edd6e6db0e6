import type { Rule } from '../../engine/rule.ts';
import { judgeClaims, claimMessage } from './judge-claims.ts';

export const r45: Rule = {
  id: 'R45',
  chapter: 'E',
  severity: 'explain',
  title: { zh: '文中的答复办结数与表三一致', en: 'requests handled in the text are those of table three' },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第五十条' },
  basis: ['reasoning'],
  message: claimMessage,
  test: judgeClaims('R45'),

  vectors: [
    {
      name: 'the figure of the table',
      set: { 'requests.total.total': 9 },
      text: { overview: ['收到政府信息公开申请后，全年答复 9 件。'] },
      verdict: 'pass',
    },
    {
      name: 'another number',
      set: { 'requests.total.total': 9 },
      text: { overview: ['收到政府信息公开申请后，全年答复 8 件。'] },
      verdict: 'fail',
    },
    {
      name: 'a blank row',
      set: { 'requests.total.total': null, 'requests.total.businesses': null },
      text: { overview: ['收到政府信息公开申请后，全年答复 9 件。'] },
      verdict: 'skip',
    },
    { name: 'proposals answered', text: { overview: ['依申请公开有序。答复政协提案 8 件。'] }, verdict: 'pass' },
  ],
};
