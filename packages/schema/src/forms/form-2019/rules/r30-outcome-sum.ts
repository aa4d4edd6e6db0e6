import type { Rule } from '../../../engine/rule.ts';
import { eachColumn } from '../../../formulas/formula.ts';
import { r30 as sharedR30, sharedOutcomes } from '../../../rules/c-table-three/r30-outcome-sum.ts';
import { layout } from '../layout.ts';

export const r30: Rule = {
  ...sharedR30,
  formula: eachColumn(layout, 'requests', {
    left: { sum: [...sharedOutcomes, 'otherHandling'] },
    is: '=',
    right: 'total',
  }),
  vectors: [
    {
      name: 'outcomes that add up',
      set: { 'requests.granted.total': 2, 'requests.otherHandling.total': 1, 'requests.total.total': 3 },
      verdict: 'pass',
    },
    { name: 'a total without outcomes', set: { 'requests.total.total': 3 }, verdict: 'fail' },
    { name: 'a blank outcome', set: { 'requests.granted.total': null }, verdict: 'skip' },
  ],
};
