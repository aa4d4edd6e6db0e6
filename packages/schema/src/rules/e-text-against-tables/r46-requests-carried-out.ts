import type { Rule } from '../../engine/rule.ts';
import { judgeClaims, claimMessage } from './judge-claims.ts';

export const r46: Rule = {
  id: 'R46',
  chapter: 'E',
  severity: 'explain',
  title: { zh: '文中的结转下年度数与表三一致', en: 'requests carried out in the text are those of table three' },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第五十条' },
  basis: ['reasoning'],
  message: claimMessage,
  test: judgeClaims('R46'),

  vectors: [
    {
      name: 'the figure of the table',
      set: { 'requests.carriedOut.total': 1 },
      text: { overview: ['政府信息公开申请中，结转下年度继续办理 1 件。'] },
      verdict: 'pass',
    },
    {
      name: 'another number',
      set: { 'requests.carriedOut.total': 1 },
      text: { overview: ['政府信息公开申请中，另有 2 件顺延到下年度答复。'] },
      verdict: 'fail',
    },
    {
      name: 'a blank row',
      set: { 'requests.carriedOut.total': null, 'requests.carriedOut.businesses': null },
      text: { overview: ['政府信息公开申请中，结转下年度继续办理 1 件。'] },
      verdict: 'skip',
    },
  ],
};
