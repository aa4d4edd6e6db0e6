import { previousTotal } from '../../engine/previous.ts';
import { valueIn } from '../../report/values.ts';
import type { Rule, VectorsOf } from '../../engine/rule.ts';
import type { sharedLayout } from '../../form-parts/shared-tables.ts';

const lawsuits = 'litigation.lawsuitsAfterReconsideration.total';
const reconsiderations = 'litigation.reconsideration.total';

export const r40: Rule = {
  id: 'R40',
  chapter: 'D',
  severity: 'hint',
  title: {
    zh: '有复议后起诉，今年或上年应有行政复议',
    en: 'lawsuits after reconsideration follow a reconsideration of this or last year',
  },
  citation: { document: '国办公开办函〔2019〕60号', place: '第四部分表格' },
  basis: ['reasoning'],
  message: {
    zh: '复议后起诉填了 {lawsuits} 件，而今年和上一年度都没有行政复议。请核对应否填在“未经复议直接起诉”。',
    en: '{lawsuits} lawsuits after reconsideration, but no reconsideration this year or last. Check whether they belong under direct lawsuits.',
  },
  test({ tables }, form, context) {
    const [sued, reviewed] = [valueIn(tables, lawsuits), valueIn(tables, reconsiderations)];
    const outcome = { scope: 'row', cells: [lawsuits, reconsiderations], params: {} } as const;
    if (typeof sued !== 'number' || typeof reviewed !== 'number')
      return [{ ...outcome, verdict: 'skip', reason: 'blank_cells' }];
    if (sued === 0 || reviewed > 0) return [{ ...outcome, verdict: 'pass' }];
    const before = previousTotal(form, context, [reconsiderations]);
    if ('reason' in before) return [{ ...outcome, verdict: 'skip', reason: before.reason }];
    return [{ ...outcome, verdict: before.total > 0 ? 'pass' : 'fail', params: { lawsuits: sued }, actual: sued }];
  },
  vectors: [
    {
      name: 'reviewed last year, sued this year',
      set: { [lawsuits]: 1 },
      previous: { set: { [reconsiderations]: 1 } },
      verdict: 'pass',
    },
    { name: 'never reviewed', set: { [lawsuits]: 1 }, previous: {}, verdict: 'fail' },
    {
      name: 'reviewed last year at one of two bodies that were merged',
      set: { [lawsuits]: 1 },
      predecessors: [{}, { agency: '云溪县白石乡人民政府', set: { [reconsiderations]: 1 } }],
      verdict: 'pass',
    },
    {
      name: 'never reviewed at either of two bodies that were merged',
      set: { [lawsuits]: 1 },
      predecessors: [{}, { agency: '云溪县白石乡人民政府' }],
      verdict: 'fail',
    },
    {
      name: 'split off from a body that had reviews',
      set: { [lawsuits]: 1 },
      predecessors: [{ agency: '云溪县白石乡人民政府', set: { [reconsiderations]: 1 } }],
      context: { splitOff: true },
      verdict: 'skip',
    },
    { name: 'last year unknown', set: { [lawsuits]: 1 }, verdict: 'skip' },
  ] satisfies VectorsOf<typeof sharedLayout>,
};
