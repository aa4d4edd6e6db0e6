import type { Outcome, Rule } from '../rules/rule.ts';
import { labelsAsFound } from './labels.ts';

export const r9: Rule = {
  id: 'R9',
  chapter: 'A',
  severity: 'block',
  title: { zh: '表格的行和列与官方格式完全一致', en: 'the tables have exactly the official rows and columns' },
  citation: { document: '国办公开办函〔2021〕30号', place: '报告格式' },
  basis: ['notice'],
  message: {
    zh: '{problem}。请恢复官方格式的行和列。',
    en: '{problemEn}. Restore the official rows and columns.',
  },
  test({ asFound }, form) {
    const outcome = { scope: 'table', cells: [] } as const;
    if (!asFound) return [{ ...outcome, verdict: 'skip', params: {}, reason: 'no_source_labels' }];
    const failed = (problem: string, problemEn: string): Outcome => ({
      ...outcome,
      verdict: 'fail',
      params: { problem, problemEn },
    });
    const problems = [
      ...(asFound.extraRows ?? []).map((row) => failed(`多了官方格式没有的“${row}”`, `${row} is not in the form`)),
      ...(asFound.missingRows ?? []).map((row) => failed(`缺少“${row}”`, `${row} is missing`)),
      ...labelsAsFound(form, asFound)
        .filter(({ known }) => !known)
        .map(({ official, found }) => failed(`“${official}”写成了“${found}”`, `${official} reads ${found}`)),
    ];
    return problems.length > 0 ? problems : [{ ...outcome, verdict: 'pass', params: {} }];
  },

  vectors: [
    { name: 'official rows', report: { asFound: {} }, verdict: 'pass' },
    { name: 'a row added', report: { asFound: { extraRows: ['行政检查'] } }, verdict: 'fail' },
    { name: 'a row dropped', report: { asFound: { missingRows: ['2.重复申请'] } }, verdict: 'fail' },
    { name: 'a row renamed', report: { asFound: { labels: { 'disclosure.licensing': '行政确认' } } }, verdict: 'fail' },
    { name: 'a report made here, without a source', verdict: 'skip' },
  ],
};
