import { r10 } from '../../../rules/r10.ts';
import { r11 } from '../../../rules/r11.ts';
import { r12 } from '../../../rules/r12.ts';
import { r14 } from '../../../rules/r14.ts';
import type { Rule } from '../../../rules/rule.ts';
import { r29 } from '../../form-2019/rules/r29.ts';
import { r37 } from '../../form-2019/rules/r37.ts';
import { r38 } from '../../form-2019/rules/r38.ts';
import { r39 } from '../../form-2019/rules/r39.ts';
import { r60 } from '../../form-2019/rules/r60.ts';
import { r30 } from './r30.ts';
import { r31 } from './r31.ts';

const amount = 'disclosure.administrativeFees.amount';

/** Every rule of this form, in the order of the catalogue. */
export const rules: readonly Rule[] = [
  r10,
  r11,
  {
    ...r12,
    vectors: [
      { name: 'whole 万元', set: { [amount]: '316441' }, verdict: 'pass' },
      { name: 'finer than 1 分', set: { [amount]: '1.0000001' }, verdict: 'fail' },
      { name: 'a blank amount', set: { [amount]: null }, verdict: 'skip' },
    ],
  },
  {
    ...r14,
    vectors: [
      { name: 'the first year of this form', year: 2021, verdict: 'pass' },
      { name: 'a year of the form before', year: 2020, verdict: 'fail' },
    ],
  },
  r29,
  r30,
  r31,
  r37,
  r38,
  r39,
  r60,
];
