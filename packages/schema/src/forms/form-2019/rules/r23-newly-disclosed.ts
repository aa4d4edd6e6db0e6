import { eachRow } from '../../../formulas/formula.ts';
import type { Rule, VectorsOf } from '../../../engine/rule.ts';
import { layout } from '../layout.ts';

export const r23: Rule = {
  id: 'R23',
  chapter: 'B',
  severity: 'explain',
  title: { zh: '本年新公开数量不多于对外公开总数量', en: 'newly disclosed <= disclosed in all' },
  citation: { document: '国办公开办函〔2019〕60号', place: '第二部分表格' },
  basis: ['reasoning'],
  message: {
    zh: '“{place}”本年新公开 {left} 件，多于对外公开总数量 {right} 件。请核对，或说明原因。',
    en: '{place}: {left} newly disclosed, more than disclosed in all ({right}). Correct or explain it.',
  },
  formula: eachRow(layout, 'disclosure', ['regulations', 'normativeDocuments'], {
    left: 'newlyDisclosed',
    is: '<=',
    right: 'totalDisclosed',
  }),
  vectors: [
    {
      name: 'new ones among all',
      set: { 'disclosure.normativeDocuments.newlyDisclosed': 2, 'disclosure.normativeDocuments.totalDisclosed': 22 },
      verdict: 'pass',
    },
    {
      name: 'more new ones than all',
      set: { 'disclosure.normativeDocuments.newlyDisclosed': 22, 'disclosure.normativeDocuments.totalDisclosed': 2 },
      verdict: 'fail',
    },
    { name: 'a blank', set: { 'disclosure.normativeDocuments.totalDisclosed': null }, verdict: 'skip' },
  ] satisfies VectorsOf<typeof layout>,
};
