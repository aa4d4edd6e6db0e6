import { r10 } from '../../../rules/r10.ts';
import { r11 } from '../../../rules/r11.ts';
import { r12 } from '../../../rules/r12.ts';
import { r14 } from '../../../rules/r14.ts';
import type { Rule } from '../../../rules/rule.ts';
import { r24 } from './r24.ts';
import { r29 } from './r29.ts';
import { r30 } from './r30.ts';
import { r31 } from './r31.ts';
import { r37 } from './r37.ts';
import { r38 } from './r38.ts';
import { r39 } from './r39.ts';
import { r60 } from './r60.ts';

const amount = 'disclosure.centralisedProcurement.amount';

/** Every rule of this form, in the order of the catalogue. */
export const rules: readonly Rule[] = [
  r10,
  r11,
  {
    ...r12,
    vectors: [
      { name: 'three decimals', set: { [amount]: '105.650' }, verdict: 'pass' },
      { name: 'a negative amount', set: { [amount]: '-1.5' }, verdict: 'fail' },
      { name: 'a blank amount', set: { [amount]: null }, verdict: 'skip' },
    ],
  },
  {
    ...r14,
    vectors: [
      { name: 'the last year of this form', year: 2020, verdict: 'pass' },
      { name: 'a year of the next form', year: 2021, verdict: 'fail' },
    ],
  },
  r24,
  r29,
  r30,
  r31,
  r37,
  r38,
  r39,
  r60,
];
