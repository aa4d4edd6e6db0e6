import { eachRow } from '../../formulas/formula.ts';
import type { RowKeyOf } from '../../layout/layout.ts';
import type { Rule, Text } from '../../engine/rule.ts';
import { sharedLayout } from '../../form-parts/shared-tables.ts';
import type { litigation } from '../../form-parts/litigation.ts';

type Group = RowKeyOf<(typeof litigation.blocks)[0]>;

export const r37 = casesAddUp('R37', 'reconsideration', { zh: '行政复议', en: 'administrative reconsideration' });
export const r38 = casesAddUp('R38', 'directLawsuits', {
  zh: '未经复议直接起诉',
  en: 'lawsuits without reconsideration',
});
export const r39 = casesAddUp('R39', 'lawsuitsAfterReconsideration', {
  zh: '复议后起诉',
  en: 'lawsuits after reconsideration',
});

/** R37 to R39: in a group of table four the four results add up to the total. */
function casesAddUp(id: string, group: Group, name: Text): Rule {
  const cell = (column: string) => `litigation.${group}.${column}`;
  return {
    id,
    chapter: 'D',
    severity: 'block',
    title: { zh: `${name.zh}各项结果之和等于总计`, en: `${name.en}: the results add up to their total` },
    citation: { document: '国办公开办函〔2019〕60号', place: '第四部分表格' },
    basis: ['reasoning'],
    message: {
      zh: '“{place}”维持、纠正、其他结果、尚未审结之和为 {left}，总计填的是 {right}，相差 {difference}。',
      en: '{place}: the results add up to {left}, but their total reads {right}; they differ by {difference}.',
    },
    formula: eachRow(sharedLayout, 'litigation', [group], {
      left: { sum: ['upheld', 'corrected', 'otherResults', 'pending'] },
      is: '=',
      right: 'total',
    }),
    vectors: [
      {
        name: 'results that add up',
        set: { [cell('upheld')]: 2, [cell('pending')]: 1, [cell('total')]: 3 },
        verdict: 'pass',
      },
      { name: 'a total of nothing', set: { [cell('total')]: 3 }, verdict: 'fail' },
      { name: 'a blank result', set: { [cell('corrected')]: null }, verdict: 'skip' },
    ],
  };
}
