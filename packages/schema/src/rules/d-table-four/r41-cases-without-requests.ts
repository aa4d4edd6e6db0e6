import { previousTotal } from '../../engine/previous.ts';
import { valueIn } from '../../report/values.ts';
import type { Rule, VectorsOf } from '../../engine/rule.ts';
import type { sharedLayout } from '../../form-parts/shared-tables.ts';

const requests = ['requests.received.total', 'requests.carriedIn.total'] as const;
const cases = [
  'litigation.reconsideration.total',
  'litigation.directLawsuits.total',
  'litigation.lawsuitsAfterReconsideration.total',
] as const;

export const r41: Rule = {
  id: 'R41',
  chapter: 'D',
  severity: 'hint',
  title: {
    zh: '今年和上年都没有申请，就不会有复议和诉讼',
    en: 'without any request this or last year there are no cases',
  },
  citation: { document: '国办公开办函〔2019〕60号', place: '第四部分表格' },
  basis: ['reasoning'],
  message: {
    zh: '今年和上一年度都没有收到或结转申请，第四部分却有 {cases} 件案件。请核对这些案件是否因政府信息公开工作而起。',
    en: 'No request this year or last, but {cases} cases in section four. Check that they concern disclosure work.',
  },
  test({ tables }, form, context) {
    const outcome = { scope: 'table', cells: [...requests, ...cases], params: {} } as const;
    const [asked, disputed] = [total(tables, requests), total(tables, cases)];
    if (asked === undefined || disputed === undefined) return [{ ...outcome, verdict: 'skip', reason: 'blank_cells' }];
    if (asked > 0 || disputed === 0) return [{ ...outcome, verdict: 'pass' }];
    const before = previousTotal(form, context, requests);
    if ('reason' in before) return [{ ...outcome, verdict: 'skip', reason: before.reason }];
    return [{ ...outcome, verdict: before.total > 0 ? 'pass' : 'fail', params: { cases: disputed }, actual: disputed }];
  },
  vectors: [
    {
      name: 'a request last year, a case this year',
      set: { 'litigation.reconsideration.total': 1 },
      previous: { set: { 'requests.received.total': 3 } },
      verdict: 'pass',
    },
    { name: 'a case out of nothing', set: { 'litigation.directLawsuits.total': 1 }, previous: {}, verdict: 'fail' },
    {
      name: 'a request last year at one of two bodies that were merged',
      set: { 'litigation.directLawsuits.total': 1 },
      predecessors: [{}, { agency: '云溪县白石乡人民政府', set: { 'requests.carriedIn.total': 1 } }],
      verdict: 'pass',
    },
    {
      name: 'no request last year at either of two bodies that were merged',
      set: { 'litigation.directLawsuits.total': 1 },
      predecessors: [{}, { agency: '云溪县白石乡人民政府' }],
      verdict: 'fail',
    },
    {
      name: 'split off from a body that had requests',
      set: { 'litigation.directLawsuits.total': 1 },
      predecessors: [{ agency: '云溪县白石乡人民政府', set: { 'requests.received.total': 3 } }],
      context: { splitOff: true },
      verdict: 'skip',
    },
    { name: 'last year unknown', set: { 'litigation.directLawsuits.total': 1 }, verdict: 'skip' },
  ] satisfies VectorsOf<typeof sharedLayout>,
};

function total(tables: Parameters<typeof valueIn>[0], keys: readonly string[]): number | undefined {
  const values = keys.map((key) => valueIn(tables, key));
  return values.every((value) => typeof value === 'number') ? values.reduce((sum, value) => sum + value, 0) : undefined;
}
