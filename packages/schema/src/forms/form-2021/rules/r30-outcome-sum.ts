import { eachColumn } from '../../../formulas/formula.ts';
import type { Rule } from '../../../engine/rule.ts';
import { r30 as r30Of2019, sharedOutcomes } from '../../form-2019/rules/r30-outcome-sum.ts';
import { layout } from '../layout.ts';

/** As in 2019, with the three rows that （六） has since. */
export const r30: Rule = {
  ...r30Of2019,
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
