import { eachColumn } from '../../../formulas/formula.ts';
import type { Rule } from '../../../engine/rule.ts';
import { r30 as sharedR30, sharedOutcomes } from '../../../rules/c-table-three/r30-outcome-sum.ts';
import { layout } from '../layout.ts';

/** With the three rows that （六） has since 2021. */
export const r30: Rule = {
  ...sharedR30,
  citation: layout.citation,
  formula: eachColumn(layout, 'requests', {
    left: { sum: [...sharedOutcomes, 'notCorrected', 'feeUnpaid', 'otherReasons'] },
    is: '=',
    right: 'total',
  }),
  vectors: [
    {
      name: 'outcomes that add up',
      set: { 'requests.granted.total': 2, 'requests.feeUnpaid.total': 1, 'requests.total.total': 3 },
      verdict: 'pass',
    },
    { name: 'a total without outcomes', set: { 'requests.total.total': 3 }, verdict: 'fail' },
    { name: 'a blank outcome', set: { 'requests.granted.total': null }, verdict: 'skip' },
  ],
};
