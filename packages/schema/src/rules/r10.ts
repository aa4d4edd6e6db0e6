import { cellsOf } from '../layout/cells.ts';
import { valuesOf } from '../report/values.ts';
import { isAnswered } from '../report/value.ts';
import type { Rule } from './rule.ts';

export const r10: Rule = {
  id: 'R10',
  chapter: 'A',
  severity: 'block',
  title: { zh: '每一格都要填写，没有发生的填 0', en: 'every cell is answered; none means 0' },
  citation: { document: '国办公开办函〔2021〕30号', place: '报告格式' },
  basis: ['reasoning'],
  message: {
    zh: '有 {count} 格没有数字（空白、“/”、“—”都不等于 0）：{codes}。没有发生的请填 0。',
    en: '{count} cells hold no number (blank, "/" and "—" are not 0): {codes}. Where nothing happened, enter 0.',
  },
  test(report, layout) {
    const values = valuesOf(layout, report.tables);
    const open = cellsOf(layout).filter(({ ordinal }) => !isAnswered(values[ordinal - 1] ?? null));
    const shown = open.slice(0, 5).map(({ code }) => code);
    return [
      {
        verdict: open.length === 0 ? 'pass' : 'fail',
        scope: 'report',
        cells: open.map(({ key }) => key),
        params: { count: open.length, codes: shown.join('、') + (open.length > shown.length ? ' 等' : '') },
      },
    ];
  },
  neverSkips: 'every report has its cells, and a blank one is what the check looks for',
  vectors: [
    { name: 'zero everywhere', verdict: 'pass' },
    { name: 'a blank cell', set: { 'requests.received.total': null }, verdict: 'fail' },
    { name: 'a slash', set: { 'requests.received.total': { na: '/' } }, verdict: 'fail' },
  ],
};
