import type { Rule } from '../../engine/rule.ts';
import { judgeClaims, claimMessage } from './judge-claims.ts';

export const r43: Rule = {
  id: 'R43',
  chapter: 'E',
  severity: 'explain',
  title: { zh: '文中的收到申请数与表三一致', en: 'requests received in the text are those of table three' },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第五十条' },
  basis: ['reasoning'],
  message: claimMessage,
  test: judgeClaims('R43'),

  vectors: [
    {
      name: 'the figure of the table',
      set: { 'requests.received.total': 12 },
      text: { overview: ['全年收到政府信息公开申请 12 件。'] },
      verdict: 'pass',
    },
    {
      name: 'another number',
      set: { 'requests.received.total': 12 },
      text: { overview: ['全年收到政府信息公开申请 21 件。'] },
      verdict: 'fail',
    },
    {
      name: 'a blank row',
      set: { 'requests.received.total': null, 'requests.received.businesses': null },
      text: { overview: ['全年收到政府信息公开申请 12 件。'] },
      verdict: 'skip',
    },
    {
      name: 'those carried in included',
      set: { 'requests.received.total': 12, 'requests.carriedIn.total': 3 },
      text: { overview: ['全年受理政府信息公开申请 15 件（含上年结转 3 件）。'] },
      verdict: 'pass',
    },
    {
      name: 'those carried in qualify the answered ones',
      set: { 'requests.received.total': 3119, 'requests.total.total': 3050, 'requests.carriedIn.total': 34 },
      text: { overview: ['受理政府信息公开申请 3119 件，答复 3050 件（含上年度结转申请 34 件）。'] },
      verdict: 'pass',
    },
    { name: 'another matter', text: { overview: ['依申请公开工作平稳。全年受理网络问政 182 件。'] }, verdict: 'pass' },
    { name: 'one channel of several', text: { overview: ['网站收到政府信息公开申请 5 件。'] }, verdict: 'pass' },
    { name: 'another year', text: { overview: ['2016年收到政府信息公开申请 5 件。'] }, verdict: 'pass' },
    { name: 'a round number', text: { overview: ['全年收到政府信息公开申请 20 余件。'] }, verdict: 'pass' },
  ],
};
