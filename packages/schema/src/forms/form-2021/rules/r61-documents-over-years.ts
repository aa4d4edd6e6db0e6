import { eachRow } from '../../../formulas/formula.ts';
import type { Rule, VectorsOf } from '../../../engine/rule.ts';
import { layout } from '../layout.ts';

export const r61: Rule = {
  id: 'R61',
  chapter: 'F',
  severity: 'explain',
  title: { zh: '现行有效等于上年现行有效加制发减废止', en: "in force = last year's in force + issued - repealed" },
  citation: { document: '国办公开办函〔2021〕30号', place: '第二部分表格' },
  basis: ['practice'],
  message: {
    zh: '“{place}”现行有效 {left} 件，按上一年度现行有效加本年制发减废止应为 {right} 件，相差 {difference}。请更正，或说明原因（例如经过文件清理）。',
    en: "{place}: {left} in force; last year's in force plus issued less repealed make {right}; they differ by {difference}. Correct it, or explain (for instance a clean-up of documents).",
  },
  formula: eachRow(layout, 'disclosure', ['regulations', 'normativeDocuments'], {
    left: 'inForce',
    is: '=',
    right: { minus: [{ sum: [{ previous: 'inForce' }, 'issued'] }, 'repealed'] },
  }),
  vectors: [
    {
      name: 'documents that carry on',
      year: 2023,
      set: {
        'disclosure.normativeDocuments.issued': 61,
        'disclosure.normativeDocuments.repealed': 59,
        'disclosure.normativeDocuments.inForce': 422,
      },
      previous: { set: { 'disclosure.normativeDocuments.inForce': 420 } },
      verdict: 'pass',
    },
    {
      name: 'one lost',
      year: 2023,
      set: {
        'disclosure.normativeDocuments.issued': 61,
        'disclosure.normativeDocuments.repealed': 59,
        'disclosure.normativeDocuments.inForce': 421,
      },
      previous: { set: { 'disclosure.normativeDocuments.inForce': 420 } },
      verdict: 'fail',
    },
    { name: 'no report of last year', year: 2023, verdict: 'skip' },
  ] satisfies VectorsOf<typeof layout>,
};
