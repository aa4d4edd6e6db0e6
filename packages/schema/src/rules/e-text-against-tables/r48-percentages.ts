import type { Rule } from '../../engine/rule.ts';
import { judgePercentages } from './judge-percentages.ts';

export const r48: Rule = {
  id: 'R48',
  chapter: 'E',
  severity: 'explain',
  title: { zh: '文中的百分比与表三一致', en: 'percentages in the text are those of table three' },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第五十条' },
  basis: ['reasoning'],
  message: {
    zh: '文中{what}占 {actual}%，按表中数字应为 {expected}%。原文：“{quote}”。请核对，或说明原因。',
    en: 'The text gives {actual}% for {whatEn}; by the tables it is {expected}%. Correct it, or explain. "{quote}"',
  },
  test: judgePercentages,

  vectors: [
    {
      name: 'rounded',
      set: { 'requests.granted.total': 275, 'requests.total.total': 805 },
      text: { overview: ['政府信息公开申请中，予以公开 275 件，占 34.2%。'] },
      verdict: 'pass',
    },
    {
      name: 'cut off',
      set: { 'requests.granted.total': 275, 'requests.total.total': 805 },
      text: { overview: ['政府信息公开申请中，予以公开 275 件（34.1%）。'] },
      verdict: 'pass',
    },
    {
      name: 'computed from other figures',
      set: { 'requests.granted.total': 275, 'requests.total.total': 805 },
      text: { overview: ['政府信息公开申请中，予以公开 258 件，占答复总数的 33.9%。'] },
      verdict: 'fail',
    },
    {
      name: 'a blank total',
      set: { 'requests.granted.total': 275, 'requests.total.total': null, 'requests.total.businesses': null },
      text: { overview: ['政府信息公开申请中，予以公开 275 件，占 34.2%。'] },
      verdict: 'skip',
    },
  ],
};
