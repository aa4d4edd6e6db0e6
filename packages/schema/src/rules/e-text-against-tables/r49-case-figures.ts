import type { Rule } from '../../engine/rule.ts';
import { judgeClaims, claimMessage } from './judge-claims.ts';

export const r49: Rule = {
  id: 'R49',
  chapter: 'E',
  severity: 'explain',
  title: {
    zh: '文中的复议、诉讼件数及结果与表四一致',
    en: 'cases and their results in the text are those of table four',
  },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第五十条' },
  basis: ['reasoning'],
  message: claimMessage,
  test: judgeClaims('R49'),

  vectors: [
    {
      name: 'reconsiderations with their results',
      set: {
        'litigation.reconsideration.total': 3,
        'litigation.reconsideration.upheld': 2,
        'litigation.reconsideration.corrected': 1,
      },
      text: { overview: ['政府信息公开行政复议 3 件，其中结果维持 2 件，结果纠正 1 件。'] },
      verdict: 'pass',
    },
    {
      name: 'lawsuits of both kinds',
      set: { 'litigation.directLawsuits.total': 26, 'litigation.lawsuitsAfterReconsideration.total': 20 },
      text: { overview: ['政府信息公开行政诉讼 46 件。'] },
      verdict: 'pass',
    },
    {
      name: 'filings for cases',
      set: { 'litigation.reconsideration.total': 170 },
      text: { overview: ['因政府信息公开引发行政复议 134 件。'] },
      verdict: 'fail',
    },
    {
      name: 'another number of corrections',
      set: {
        'litigation.reconsideration.total': 3,
        'litigation.reconsideration.upheld': 2,
        'litigation.reconsideration.corrected': 1,
      },
      text: { overview: ['政府信息公开行政复议 3 件，其中维持 2 件，纠正 0 件。'] },
      verdict: 'fail',
    },
    {
      name: 'cases that the body decides itself',
      text: { overview: ['受理信息公开类行政复议 5 件。'] },
      verdict: 'pass',
    },
    {
      name: 'blank cases',
      set: { 'litigation.reconsideration.total': null, 'litigation.reconsideration.upheld': null },
      text: { overview: ['政府信息公开行政复议 3 件。'] },
      verdict: 'skip',
    },
  ],
};
