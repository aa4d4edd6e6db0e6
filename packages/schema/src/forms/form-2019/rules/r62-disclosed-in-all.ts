import { eachRow } from '../../../formulas/formula.ts';
import type { Rule, VectorsOf } from '../../../engine/rule.ts';
import { layout } from '../layout.ts';

export const r62: Rule = {
  id: 'R62',
  chapter: 'F',
  severity: 'explain',
  title: { zh: '对外公开总数量不少于上年', en: 'disclosed in all is no less than last year' },
  citation: { document: '国办公开办函〔2019〕60号', place: '第二部分表格' },
  basis: ['reasoning'],
  message: {
    zh: '“{place}”对外公开总数量 {left} 件，少于上一年度的 {right} 件。请核对，或说明原因。',
    en: "{place}: {left} disclosed in all, fewer than last year's {right}. Correct or explain it.",
  },
  formula: eachRow(layout, 'disclosure', ['regulations', 'normativeDocuments'], {
    left: 'totalDisclosed',
    is: '>=',
    right: { previous: 'totalDisclosed' },
  }),
  vectors: [
    {
      name: 'as many as before',
      year: 2020,
      set: { 'disclosure.normativeDocuments.totalDisclosed': 5 },
      previous: { set: { 'disclosure.normativeDocuments.totalDisclosed': 5 } },
      verdict: 'pass',
    },
    {
      name: 'fewer',
      year: 2020,
      set: { 'disclosure.normativeDocuments.totalDisclosed': 4 },
      previous: { set: { 'disclosure.normativeDocuments.totalDisclosed': 5 } },
      verdict: 'fail',
    },
    { name: 'no report of last year', verdict: 'skip' },
  ] satisfies VectorsOf<typeof layout>,
};
