import type { Rule } from '../../engine/rule.ts';

export const r3: Rule = {
  id: 'R3',
  chapter: 'A',
  severity: 'explain',
  title: { zh: '统计期限为本年度 1 月 1 日至 12 月 31 日', en: 'the period is 1 January to 31 December of the year' },
  citation: { document: '国办公开办函〔2021〕30号', place: '报告格式' },
  basis: ['practice'],
  message: {
    zh: '统计期限写的是 {from} 至 {to}，应为{year}年1月1日至{year}年12月31日。请更正，或说明原因。',
    en: 'The period reads {from} to {to}; it should be {year}-01-01 to {year}-12-31.',
  },
  test({ period, year }) {
    const outcome = { scope: 'report', cells: [] } as const;
    if (!period) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'not_stated' }];
    const right = period.from === `${year}-01-01` && period.to === `${year}-12-31`;
    return [{ ...outcome, verdict: right ? 'pass' : 'fail', params: { ...period, year } }];
  },

  vectors: [
    { name: 'the whole year', verdict: 'pass' },
    { name: 'a day short', report: { period: { from: '2019-01-01', to: '2019-12-30' } }, verdict: 'fail' },
    { name: 'no period', report: { period: undefined }, verdict: 'skip' },
  ],
};
