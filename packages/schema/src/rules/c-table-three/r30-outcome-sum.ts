import type { Rule } from '../../engine/rule.ts';
import { intakeAndOutcomeRows } from '../../form-parts/requests.ts';

/** Rows of outcomes that both official forms share: （一）, （二） and the items of （三） to （五）. */
export const sharedOutcomes = intakeAndOutcomeRows.filter((row) => 'under' in row).map(({ key }) => key);

/** The rule without its formula: each form has rows of its own under （六）. */
export const r30: Omit<Rule, 'formula' | 'vectors'> = {
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
};
