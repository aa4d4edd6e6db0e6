import { previousTotal } from '../../engine/previous.ts';
import { rowOf } from '../../layout/cells.ts';
import { valueIn } from '../../report/values.ts';
import type { Rule, VectorsOf } from '../../engine/rule.ts';
import { sharedLayout } from '../../form-parts/shared-tables.ts';

const groups = sharedLayout.tables.litigation.blocks[0].rows;

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
  test: ({ tables }, form, context) =>
    groups.map(({ key }) => {
      const cell = `litigation.${key}.total`;
      const params = { place: rowOf(form, `litigation.${key}`).label };
      const outcome = { scope: 'row', cells: [cell], params } as const;
      const before = previousTotal(form, context, [`litigation.${key}.pending`]);
      if ('reason' in before) return { ...outcome, verdict: 'skip', reason: before.reason };
      const pending = before.total;
      const total = valueIn(tables, cell);
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
    {
      name: 'pending cases of two bodies that were merged go on',
      set: { 'litigation.reconsideration.total': 1 },
      predecessors: [{}, { agency: '云溪县白石乡人民政府', set: { 'litigation.reconsideration.pending': 1 } }],
      verdict: 'pass',
    },
    {
      name: 'a pending case of one of two bodies that were merged vanishes',
      predecessors: [{}, { agency: '云溪县白石乡人民政府', set: { 'litigation.reconsideration.pending': 1 } }],
      verdict: 'fail',
    },
    {
      name: 'split off from a body with a pending case',
      predecessors: [{ agency: '云溪县白石乡人民政府', set: { 'litigation.reconsideration.pending': 1 } }],
      context: { splitOff: true },
      verdict: 'skip',
    },
    { name: 'no report of last year', verdict: 'skip' },
  ] satisfies VectorsOf<typeof sharedLayout>,
};
