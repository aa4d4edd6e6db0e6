import { eachRow } from '../../../formulas/formula.ts';
import type { Rule, VectorsOf } from '../../../engine/rule.ts';
import { layout } from '../layout.ts';

export const r22: Rule = {
  id: 'R22',
  chapter: 'B',
  severity: 'explain',
  title: { zh: '现行有效件数不少于本年制发减废止', en: 'in force >= issued - repealed' },
  citation: { document: '国办公开办函〔2021〕30号', place: '第二部分表格' },
  basis: ['reasoning'],
  message: {
    zh: '“{place}”现行有效 {left} 件，少于本年制发减废止的 {right} 件。请核对，或说明原因。',
    en: '{place}: {left} in force, fewer than issued less repealed ({right}). Correct or explain it.',
  },
  formula: eachRow(layout, 'disclosure', ['regulations', 'normativeDocuments'], {
    left: 'inForce',
    is: '>=',
    right: { minus: ['issued', 'repealed'] },
  }),
  vectors: [
    {
      name: 'all issued are in force',
      set: { 'disclosure.normativeDocuments.issued': 8, 'disclosure.normativeDocuments.inForce': 8 },
      verdict: 'pass',
    },
    {
      name: 'issued, but nothing in force',
      set: { 'disclosure.normativeDocuments.issued': 8, 'disclosure.normativeDocuments.repealed': 2 },
      verdict: 'fail',
    },
    { name: 'a blank', set: { 'disclosure.normativeDocuments.inForce': null }, verdict: 'skip' },
  ] satisfies VectorsOf<typeof layout>,
};
