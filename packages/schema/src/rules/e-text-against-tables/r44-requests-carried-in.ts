import type { Rule } from '../../engine/rule.ts';
import { judgeClaims, claimMessage } from './judge-claims.ts';

export const r44: Rule = {
  id: 'R44',
  chapter: 'E',
  severity: 'explain',
  title: { zh: '文中的上年结转数与表三一致', en: 'requests carried in in the text are those of table three' },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第五十条' },
  basis: ['reasoning'],
  message: claimMessage,
  test: judgeClaims('R44'),

  vectors: [
    {
      name: 'the figure of the table',
      set: { 'requests.carriedIn.total': 2 },
      text: { overview: ['办理政府信息公开申请，其中上年结转 2 件。'] },
      verdict: 'pass',
    },
    {
      name: 'another number',
      set: { 'requests.carriedIn.total': 2 },
      text: { overview: ['办理政府信息公开申请，其中上年结转 3 件。'] },
      verdict: 'fail',
    },
    {
      name: 'a blank row',
      set: { 'requests.carriedIn.total': null, 'requests.carriedIn.businesses': null },
      text: { overview: ['办理政府信息公开申请，其中上年结转 2 件。'] },
      verdict: 'skip',
    },
  ],
};
