import { eachRow } from '../../../formulas/formula.ts';
import type { Rule, VectorsOf } from '../../../engine/rule.ts';
import { layout } from '../layout.ts';

export const r63: Rule = {
  id: 'R63',
  chapter: 'F',
  severity: 'explain',
  title: { zh: '上一年项目数量与上年报告一致', en: "last year's items are those of last year's report" },
  citation: { document: '国办公开办函〔2019〕60号', place: '第二部分表格' },
  basis: ['reasoning'],
  message: {
    zh: '“{place}”上一年项目数量填的是 {left}，按上一年度报告（项目数量加增/减）应为 {right}，相差 {difference}。请更正，或说明原因。',
    en: "{place}: {left} items last year; last year's report (items plus change) makes {right}; they differ by {difference}. Correct or explain it.",
  },
  formula: eachRow(
    layout,
    'disclosure',
    ['licensing', 'otherServices', 'penalties', 'compulsoryMeasures', 'administrativeFees'],
    {
      left: 'previousItems',
      is: '=',
      right: { sum: [{ previous: 'previousItems' }, { previous: 'change' }] },
    },
  ),
  vectors: [
    {
      name: 'items that carry on',
      year: 2020,
      set: { 'disclosure.licensing.previousItems': 130 },
      previous: { set: { 'disclosure.licensing.previousItems': 78, 'disclosure.licensing.change': 52 } },
      verdict: 'pass',
    },
    {
      name: 'the change forgotten',
      year: 2020,
      set: { 'disclosure.licensing.previousItems': 78 },
      previous: { set: { 'disclosure.licensing.previousItems': 78, 'disclosure.licensing.change': 52 } },
      verdict: 'fail',
    },
    { name: 'no report of last year', verdict: 'skip' },
  ] satisfies VectorsOf<typeof layout>,
};
