import { citeForm, restOn } from '../../engine/cite-form.ts';
import type { Rule, VectorsOf } from '../../engine/rule.ts';
import { rules as rules2021 } from '../../forms/form-2021/rules/index.ts';
import type { Vector } from '../../engine/vector.ts';
import { eachColumn } from '../../formulas/formula.ts';
import { r30 as sharedR30, sharedOutcomes } from '../../rules/c-table-three/r30-outcome-sum.ts';
import { applicantsAddUp } from '../../rules/c-table-three/r31-applicant-sum.ts';
import { layout } from './layout.ts';

const r30: Rule = {
  ...sharedR30,
  citation: layout.citation,
  formula: eachColumn(layout, 'requests', {
    left: { sum: [...sharedOutcomes, 'notCorrected', 'feeUnpaid', 'withdrawn', 'remainingReasons'] },
    is: '=',
    right: 'total',
  }),
  vectors: [
    {
      name: 'outcomes that add up',
      set: { 'requests.granted.total': 2, 'requests.withdrawn.total': 1, 'requests.total.total': 3 },
      verdict: 'pass',
    },
    { name: 'a total without outcomes', set: { 'requests.total.total': 3 }, verdict: 'fail' },
    { name: 'a blank outcome', set: { 'requests.granted.total': null }, verdict: 'skip' },
  ] satisfies VectorsOf<typeof layout>,
};

/** A rule that this form alone has, over its own table. */
const r901: Rule = {
  id: 'R901',
  chapter: 'D',
  severity: 'block',
  title: { zh: '专职和兼职人员之和等于人员合计', en: 'full-time and part-time staff add up' },
  citation: { ...layout.citation, place: '第七部分表格' },
  basis: ['form'],
  message: {
    zh: '专职、兼职人员之和为 {left}，人员合计填的是 {right}，相差 {difference}。',
    en: 'Staff add up to {left}, but their total reads {right}; they differ by {difference}.',
  },
  formula: eachColumn(layout, 'staffing', { left: { sum: ['fullTime', 'partTime'] }, is: '=', right: 'allStaff' }, [
    'people',
  ]),
  vectors: [
    {
      name: 'staff that add up',
      set: { 'staffing.fullTime.people': 2, 'staffing.allStaff.people': 2 },
      verdict: 'pass',
    },
    { name: 'staff that do not', set: { 'staffing.fullTime.people': 2 }, verdict: 'fail' },
    { name: 'a blank', set: { 'staffing.fullTime.people': null }, verdict: 'skip' },
  ] satisfies VectorsOf<typeof layout>,
};

/** R35 counts （六）3 其他, which this form no longer has; R14 speaks of years, and has this form's in its vectors. */
const replaced = new Set(['R14', 'R30', 'R31', 'R35']);
const r14 = rules2021.find(({ id }) => id === 'R14')!;

/** A vector whose last year is in the form before shows what came of the change to 2021. */
const isWithinOneForm = ({ year, previous }: Vector) => !previous || year !== undefined;

export const rules: readonly Rule[] = citeForm(layout, [
  ...rules2021
    .filter(({ id }) => !replaced.has(id))
    .map((rule) => ({ ...restOn(layout, rule), vectors: rule.vectors.filter(isWithinOneForm) })),
  {
    ...restOn(layout, r14),
    vectors: [
      { name: 'the first year of this form', year: 2027, verdict: 'pass' },
      { name: 'a year of the form before', year: 2026, verdict: 'fail' },
    ],
  },
  r30,
  { ...applicantsAddUp(layout.tables.requests), citation: layout.citation },
  r901,
]);
