import type { Rule } from '../../engine/rule.ts';
import { judgeRates } from './judge-rates.ts';

export const r55: Rule = {
  id: 'R55',
  chapter: 'E',
  severity: 'explain',
  title: {
    zh: '文中的比率在 0 至 100% 之间，办结率与表三一致',
    en: 'rates in the text lie within 0 to 100 % and agree with table three',
  },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第五十条' },
  basis: ['reasoning'],
  message: {
    zh: '文中{what}写 {actual}%，应为 {expected}。原文：“{quote}”。请核对，或说明原因。',
    en: 'The text gives {actual}% for {what}; it should be {expected}. Correct it, or explain. "{quote}"',
  },
  test: judgeRates,

  vectors: [
    { name: 'all of them', text: { overview: ['提案按时答复率 100%。'] }, verdict: 'pass' },
    { name: 'above all', text: { overview: ['满意率为 102%。'] }, verdict: 'fail' },
    {
      name: 'requests done by those to do',
      set: { 'requests.total.total': 3050, 'requests.received.total': 3119, 'requests.carriedIn.total': 34 },
      text: { overview: ['政府信息公开申请办结率 96.7%。'] },
      verdict: 'pass',
    },
    {
      name: 'requests done by another calculation',
      set: { 'requests.total.total': 3050, 'requests.received.total': 3119, 'requests.carriedIn.total': 34 },
      text: { overview: ['政府信息公开申请办结率 99.7%。'] },
      verdict: 'fail',
    },
    {
      name: 'a blank total',
      set: { 'requests.total.total': null, 'requests.total.businesses': null },
      text: { overview: ['政府信息公开申请办结率 96.7%。'] },
      verdict: 'skip',
    },
  ],
};
