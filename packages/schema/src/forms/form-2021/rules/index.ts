import { citeForm, restOn } from '../../../engine/cite-form.ts';
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
import { r29 } from '../../../rules/c-table-three/r29-intake-and-outcomes.ts';
import { r36 } from '../../../rules/c-table-three/r36-carried-out-share.ts';
import { r37, r38, r39 } from '../../../rules/d-table-four/r37-39-case-results-sum.ts';
import { r40 } from '../../../rules/d-table-four/r40-lawsuits-after-reconsideration.ts';
import { r41 } from '../../../rules/d-table-four/r41-cases-without-requests.ts';
import { r60 } from '../../../rules/f-across-years/r60-carried-over-requests.ts';
import { r64 } from '../../../rules/f-across-years/r64-pending-cases.ts';
import { applicantsAddUp } from '../../../rules/c-table-three/r31-applicant-sum.ts';
import { layout } from '../layout.ts';
import { r21 } from './r21-documents-repealed.ts';
import { r22 } from './r22-documents-in-force.ts';
import { r30 } from './r30-outcome-sum.ts';
import { r34 } from './r34-unpaid-fees.ts';
import { r35 } from './r35-share-of-other-outcomes.ts';
import { r61 } from './r61-documents-over-years.ts';

const amount = 'disclosure.administrativeFees.amount';

/** Every check on this form's figures, in the order of the catalogue. */
export const rules: readonly Rule[] = citeForm(layout, [
  r10,
  r11,
  {
    ...r12,
    vectors: [
      { name: 'whole 万元', set: { [amount]: '316441' }, verdict: 'pass' },
      { name: 'finer than 1 分', set: { [amount]: '1.0000001' }, verdict: 'fail' },
      { name: 'a blank amount', set: { [amount]: null }, verdict: 'skip' },
    ] satisfies VectorsOf<typeof layout>,
  },
  {
    ...r14,
    vectors: [
      { name: 'the first year of this form', year: 2021, verdict: 'pass' },
      { name: 'a year of the form before', year: 2020, verdict: 'fail' },
    ],
  },
  {
    ...r20,
    vectors: [
      ...r20.vectors,
      {
        name: 'a bureau that reports regulations',
        set: { 'disclosure.regulations.issued': 17 },
        context: { agency: { level: 'county', kind: 'department' } },
        verdict: 'fail',
      },
    ] satisfies VectorsOf<typeof layout>,
  },
  r21,
  r22,
  r28,
  restOn(layout, r29),
  r30,
  { ...applicantsAddUp(layout.tables.requests), citation: layout.citation },
  r34,
  r35,
  restOn(layout, r36),
  restOn(layout, r37),
  restOn(layout, r38),
  restOn(layout, r39),
  restOn(layout, r40),
  restOn(layout, r41),
  restOn(layout, r60),
  r61,
  restOn(layout, r64),
  r65,
  r66,
  r67,
]);
