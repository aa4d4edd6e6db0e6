import { rowOf } from '../../../layout/cells.ts';
import { valueAt } from '../../../report/values.ts';
import type { Rule, VectorsOf } from '../../../rules/rule.ts';
import { layout } from '../layout.ts';

const groups = layout.tables.litigation.blocks[0].rows;

export const r64: Rule = {
  id: 'R64',
  chapter: 'F',
  severity: 'hint',
  title: { zh: '上年尚未审结的案件，今年应有下文', en: 'cases pending last year appear this year' },
  citation: { document: '国办公开办函〔2019〕60号', place: '第四部分表格' },
  basis: ['reasoning'],
  message: {
    zh: '“{place}”上一年度有 {pending} 件尚未审结，今年总计却是 0。请核对上年未结的案件今年是否已计入。',
    en: '{place}: {pending} pending last year, but none this year. Check that cases carried over are counted.',
  },
  test: ({ tables }, form, { previous }) =>
    groups.map(({ key }) => {
      const cell = `litigation.${key}.total`;
      const params = { place: rowOf(form, `litigation.${key}`).label };
      const outcome = { scope: 'row', cells: [cell], params } as const;
      if (!previous) return { ...outcome, verdict: 'skip', reason: 'no_previous_report' };
      const pending = valueAt(previous.tables, `litigation.${key}.pending`);
      const total = valueAt(tables, cell);
      if (typeof pending !== 'number') return { ...outcome, verdict: 'skip', reason: 'no_previous_figure' };
      if (typeof total !== 'number') return { ...outcome, verdict: 'skip', reason: 'blank_cells' };
      return { ...outcome, verdict: pending > 0 && total === 0 ? 'fail' : 'pass', params: { ...params, pending } };
    }),
  vectors: [
    {
      name: 'a pending case goes on',
      set: { 'litigation.reconsideration.total': 1 },
      previous: { set: { 'litigation.reconsideration.pending': 1 } },
      verdict: 'pass',
    },
    {
      name: 'a pending case vanishes',
      previous: { set: { 'litigation.reconsideration.pending': 1 } },
      verdict: 'fail',
    },
    { name: 'no report of last year', verdict: 'skip' },
  ] satisfies VectorsOf<typeof layout>,
};
