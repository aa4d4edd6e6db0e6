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
import { r29 } from '../../form-2019/rules/r29.ts';
import { r36 } from '../../form-2019/rules/r36.ts';
import { r37 } from '../../form-2019/rules/r37.ts';
import { r38 } from '../../form-2019/rules/r38.ts';
import { r39 } from '../../form-2019/rules/r39.ts';
import { r40 } from '../../form-2019/rules/r40.ts';
import { r41 } from '../../form-2019/rules/r41.ts';
import { r60 } from '../../form-2019/rules/r60.ts';
import { r64 } from '../../form-2019/rules/r64.ts';
import { layout } from '../layout.ts';
import { r21 } from './r21.ts';
import { r22 } from './r22.ts';
import { r30 } from './r30.ts';
import { r31 } from './r31.ts';
import { r34 } from './r34.ts';
import { r35 } from './r35.ts';
import { r61 } from './r61.ts';

/** A rule of the form before that holds on: it rests on this form's document, whose tables are the same. */
function heldOn(rule: Rule): Rule {
  return { ...rule, citation: { ...rule.citation, ...layout.citation } };
}

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
  heldOn(r29),
  r30,
  r31,
  r34,
  r35,
  heldOn(r36),
  heldOn(r37),
  heldOn(r38),
  heldOn(r39),
  heldOn(r40),
  heldOn(r41),
  heldOn(r60),
  r61,
  heldOn(r64),
  r65,
  r66,
  r67,
]);
