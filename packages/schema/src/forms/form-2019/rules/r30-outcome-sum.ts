import { eachColumn } from '../../../formulas/formula.ts';
import type { Rule } from '../../../engine/rule.ts';
import { layout } from '../layout.ts';
import { intakeAndOutcomeRows } from '../requests.ts';

/** Rows of outcomes that both official forms share: （一）, （二） and the items of （三） to （五）. */
export const sharedOutcomes = intakeAndOutcomeRows.filter((row) => 'under' in row).map(({ key }) => key);

export const r30: Rule = {
  id: 'R30',
  chapter: 'C',
  severity: 'block',
  title: { zh: '办理结果各项之和等于（七）总计', en: 'the outcomes add up to their total' },
  citation: { document: '国办公开办函〔2019〕60号', place: '第三部分表格' },
  basis: ['reasoning'],
  message: {
    zh: '“{place}”列办理结果（一）至（六）各项之和为 {left}，（七）总计填的是 {right}，相差 {difference}。',
    en: 'Column {place}: the outcomes add up to {left}, but their total reads {right}; they differ by {difference}.',
  },
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
