import { eachRow } from '../../../formulas/formula.ts';
import type { Rule } from '../../../engine/rule.ts';
import { layout } from '../layout.ts';

export const r24: Rule = {
  id: 'R24',
  chapter: 'B',
  severity: 'block',
  title: { zh: '上一年项目数量加本年增/减不小于 0', en: "last year's items plus the change are 0 or more" },
  citation: { document: '国办公开办函〔2019〕60号', place: '第二部分表格' },
  basis: ['reasoning'],
  message: {
    zh: '“{place}”的上一年项目数量加本年增/减为 {left}，不能小于 0。请检查增减的符号和数字。',
    en: "{place}: last year's items plus the change make {left}, which cannot be below 0.",
  },
  formula: eachRow(
    layout,
    'disclosure',
    ['licensing', 'otherServices', 'penalties', 'compulsoryMeasures', 'administrativeFees'],
    { left: { sum: ['previousItems', 'change'] }, is: '>=', right: 0 },
  ),
  vectors: [
    {
      name: 'items that grow',
      set: { 'disclosure.licensing.previousItems': 78, 'disclosure.licensing.change': 52 },
      verdict: 'pass',
    },
    {
      name: 'more taken away than there were',
      set: { 'disclosure.penalties.previousItems': 20, 'disclosure.penalties.change': -21 },
      verdict: 'fail',
    },
    { name: 'a blank change', set: { 'disclosure.penalties.change': null }, verdict: 'skip' },
  ],
};
