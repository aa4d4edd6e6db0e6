import type { Rule } from '../../engine/rule.ts';
import { sharedLayout } from '../../form-parts/shared-tables.ts';
import { eachRow, type Formula } from '../../formulas/formula.ts';
import type { Table } from '../../layout/layout.ts';

const { rows } = sharedLayout.tables.requests.blocks[0];

const r31 = {
  id: 'R31',
  chapter: 'C',
  severity: 'block',
  title: { zh: '各类申请人之和等于总计', en: 'the kinds of applicants add up to their total' },
  citation: { document: '国办公开办函〔2019〕60号', place: '第三部分表格' },
  basis: ['reasoning'],
  message: {
    zh: '“{place}”一行各类申请人之和为 {left}，总计填的是 {right}，相差 {difference}。',
    en: 'Row {place}: the kinds of applicants add up to {left}, but their total reads {right}; they differ by {difference}.',
  },
  formula: eachRow(
    sharedLayout,
    'requests',
    rows.map(({ key }) => key),
    {
      left: {
        sum: [
          'naturalPersons',
          'businesses',
          'researchInstitutions',
          'publicBenefitOrganisations',
          'legalServices',
          'otherOrganisations',
        ],
      },
      is: '=',
      right: 'total',
    },
  ),
  vectors: [
    {
      name: 'kinds that add up',
      set: { 'requests.received.naturalPersons': 2, 'requests.received.businesses': 1, 'requests.received.total': 3 },
      verdict: 'pass',
    },
    { name: 'a total of nobody', set: { 'requests.received.total': 3 }, verdict: 'fail' },
    { name: 'a blank kind', set: { 'requests.received.businesses': null }, verdict: 'skip' },
  ],
} satisfies Rule;

/** The rule over every row of a form's table three. */
export function applicantsAddUp({ blocks }: Table): Rule {
  const keys = blocks.flatMap((block) => block.rows.map(({ key }) => key));
  return { ...r31, formula: { ...r31.formula, rows: keys } as Formula };
}
