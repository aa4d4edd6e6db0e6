import { valueIn } from '../../../report/values.ts';
import type { Rule, VectorsOf } from '../../../engine/rule.ts';
import { speaksOfProcessingFees } from '../../../language/processing-fees.ts';
import { textOf } from '../../../language/passages.ts';
import type { layout } from '../layout.ts';

const cell = 'requests.feeUnpaid.total';

export const r34: Rule = {
  id: 'R34',
  chapter: 'C',
  severity: 'explain',
  title: {
    zh: '有逾期未缴费的申请时，第六部分写明信息处理费情况',
    en: 'unpaid fees in the table mean fees in section six',
  },
  citation: { document: '国办公开办函〔2021〕30号', place: '第六部分' },
  basis: ['reasoning'],
  message: {
    zh: '表三（六）2 有 {count} 件因逾期未缴费不再处理，第六部分却没有写信息处理费的情况。请补写，或说明原因。',
    en: 'Table three has {count} requests dropped for unpaid fees under （六）2, but section six says nothing of processing fees. Add it, or explain.',
  },
  test(report) {
    const count = valueIn(report.tables, cell);
    const outcome = { scope: 'cell', cells: [cell] } as const;
    if (typeof count !== 'number') return [{ ...outcome, verdict: 'skip', params: {}, reason: 'blank_cells' }];
    const told = count === 0 || speaksOfProcessingFees(textOf(report, 'other'));
    return [{ ...outcome, verdict: told ? 'pass' : 'fail', params: { count }, actual: count }];
  },
  vectors: [
    {
      name: 'fees told',
      set: { [cell]: 2 },
      text: { other: ['本年度向 2 名申请人发出信息处理费缴费通知，均未缴纳。'] },
      verdict: 'pass',
    },
    { name: 'fees not told', set: { [cell]: 2 }, text: { other: ['无其他需要报告的事项。'] }, verdict: 'fail' },
    { name: 'a blank', set: { [cell]: null }, verdict: 'skip' },
  ] satisfies VectorsOf<typeof layout>,
};
