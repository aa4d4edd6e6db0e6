import { citeForm } from '../../../engine/cite-form.ts';
import { r10 } from '../../../rules/a-structure/r10-cells-answered.ts';
import { r11 } from '../../../rules/a-structure/r11-counts.ts';
import { r12 } from '../../../rules/a-structure/r12-amounts.ts';
import { r14 } from '../../../rules/a-structure/r14-form-of-year.ts';
import { r20 } from '../../../rules/b-table-two/r20-power-to-regulate.ts';
import { r28 } from '../../../rules/b-table-two/r28-enforcement-figures.ts';
import { r65 } from '../../../rules/f-across-years/r65-jumps.ts';
import { r66 } from '../../../rules/f-across-years/r66-repeated-figures.ts';
import { r67 } from '../../../rules/f-across-years/r67-agency-changed.ts';
import type { Rule, VectorsOf } from '../../../engine/rule.ts';
import { applicantsAddUp } from '../../../rules/c-table-three/r31-applicant-sum.ts';
import { layout } from '../layout.ts';
import { r23 } from './r23-newly-disclosed.ts';
import { r24 } from './r24-change-of-items.ts';
import { r25 } from './r25-items-and-decisions.ts';
import { r26 } from './r26-procurement.ts';
import { r29 } from '../../../rules/c-table-three/r29-intake-and-outcomes.ts';
import { r30 } from './r30-outcome-sum.ts';
import { r36 } from '../../../rules/c-table-three/r36-carried-out-share.ts';
import { r37, r38, r39 } from '../../../rules/d-table-four/r37-39-case-results-sum.ts';
import { r40 } from '../../../rules/d-table-four/r40-lawsuits-after-reconsideration.ts';
import { r41 } from '../../../rules/d-table-four/r41-cases-without-requests.ts';
import { r60 } from '../../../rules/f-across-years/r60-carried-over-requests.ts';
import { r62 } from './r62-disclosed-in-all.ts';
import { r63 } from './r63-items-of-last-year.ts';
import { r64 } from '../../../rules/f-across-years/r64-pending-cases.ts';

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
  applicantsAddUp(layout.tables.requests),
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
