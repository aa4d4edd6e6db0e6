import { eachRow } from '../../../formulas/formula.ts';
import type { Rule, VectorsOf } from '../../../engine/rule.ts';
import { layout } from '../layout.ts';

export const r21: Rule = {
  id: 'R21',
  chapter: 'B',
  severity: 'explain',
  title: { zh: '废止件数不多于上年现行有效加本年制发', en: "repealed <= last year's in force + issued" },
  citation: { document: '国办公开办函〔2021〕30号', place: '第二部分表格' },
  basis: ['reasoning'],
  message: {
    zh: '“{place}”本年废止 {left} 件，多于上一年度现行有效加本年制发的 {right} 件。请核对，或说明原因。',
    en: "{place}: {left} repealed, more than last year's in force and this year's issued together ({right}). Correct or explain it.",
  },
  formula: eachRow(layout, 'disclosure', ['regulations', 'normativeDocuments'], {
    left: 'repealed',
    is: '<=',
    right: { sum: [{ previous: 'inForce' }, 'issued'] },
  }),
  vectors: [
    {
      name: 'repeals of what was in force',
      year: 2022,
      set: { 'disclosure.normativeDocuments.repealed': 3, 'disclosure.normativeDocuments.issued': 1 },
      previous: { set: { 'disclosure.normativeDocuments.inForce': 2 } },
      verdict: 'pass',
    },
    {
      name: 'more repealed than there were',
      year: 2022,
      set: { 'disclosure.normativeDocuments.repealed': 3 },
      previous: { set: { 'disclosure.normativeDocuments.inForce': 2 } },
      verdict: 'fail',
    },
    { name: 'last year in the form before, which counts otherwise', previous: {}, verdict: 'skip' },
  ] satisfies VectorsOf<typeof layout>,
};
