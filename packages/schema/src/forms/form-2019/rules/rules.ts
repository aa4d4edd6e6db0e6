import { citeForm } from '../../../rules/cite-form.ts';
import { r10 } from '../../../rules/r10.ts';
import { r11 } from '../../../rules/r11.ts';
import { r12 } from '../../../rules/r12.ts';
import { r14 } from '../../../rules/r14.ts';
import { r20 } from '../../../rules/r20.ts';
import { r28 } from '../../../rules/r28.ts';
import { r65 } from '../../../rules/r65.ts';
import { r66 } from '../../../rules/r66.ts';
import { r67 } from '../../../rules/r67.ts';
import type { Rule, VectorsOf } from '../../../rules/rule.ts';
import { layout } from '../layout.ts';
import { r23 } from './r23.ts';
import { r24 } from './r24.ts';
import { r25 } from './r25.ts';
import { r26 } from './r26.ts';
import { r29 } from './r29.ts';
import { r30 } from './r30.ts';
import { r31 } from './r31.ts';
import { r36 } from './r36.ts';
import { r37 } from './r37.ts';
import { r38 } from './r38.ts';
import { r39 } from './r39.ts';
import { r40 } from './r40.ts';
import { r41 } from './r41.ts';
import { r60 } from './r60.ts';
import { r62 } from './r62.ts';
import { r63 } from './r63.ts';
import { r64 } from './r64.ts';

const amount = 'disclosure.centralisedProcurement.amount';

/** Every check on this form's figures, in the order of the catalogue. */
export const rules: readonly Rule[] = citeForm(layout, [
  r10,
  r11,
  {
    ...r12,
    vectors: [
      { name: 'three decimals', set: { [amount]: '105.650' }, verdict: 'pass' },
      { name: 'a negative amount', set: { [amount]: '-1.5' }, verdict: 'fail' },
      { name: 'a blank amount', set: { [amount]: null }, verdict: 'skip' },
    ] satisfies VectorsOf<typeof layout>,
  },
  {
    ...r14,
    vectors: [
      { name: 'the last year of this form', year: 2020, verdict: 'pass' },
      { name: 'a year of the next form', year: 2021, verdict: 'fail' },
    ],
  },
  {
    ...r20,
    vectors: [
      ...r20.vectors,
      {
        name: 'a bureau that reports regulations',
        set: { 'disclosure.regulations.produced': 17 },
        context: { agency: { level: 'county', kind: 'department' } },
        verdict: 'fail',
      },
    ] satisfies VectorsOf<typeof layout>,
  },
  r23,
  r24,
  r25,
  r26,
  r28,
  r29,
  r30,
  r31,
  r36,
  r37,
  r38,
  r39,
  r40,
  r41,
  r60,
  r62,
  r63,
  r64,
  r65,
  r66,
  r67,
]);
