import { toFen } from '../../report/value.ts';
import { judgeCells } from '../../engine/judge-cells.ts';
import type { Rule } from '../../engine/rule.ts';

export const r12: Rule = {
  id: 'R12',
  chapter: 'A',
  severity: 'block',
  title: { zh: '金额以万元为单位，不小于 0，最多 6 位小数', en: 'amounts are in 万元, 0 or more, at most 6 decimals' },
  citation: { document: '国办公开办函〔2021〕30号', place: '报告格式' },
  basis: ['form'],
  message: {
    zh: '{code} 填的是 {value}，应为以万元为单位、不小于 0、最多 6 位小数（精确到分）的数，在 JSON 中写成文字（"12.5"）。',
    en: '{code} reads {value}; it must be an amount in 万元, 0 or more, with at most 6 decimals (1 分), written as a string ("12.5").',
  },
  test: (report, layout) => judgeCells(report, layout, ({ measure }) => measure === 'money', isAmount),
  // Every form has its own cell of money, so the vectors that need one stand beside the forms' rules.
  vectors: [],
};

/** An amount is a decimal string: a number would lose its decimals, and no report with one can be read. */
function isAmount(value: number | string): boolean {
  if (typeof value === 'number') return false;
  const fen = toFen(value);
  return fen !== undefined && fen >= 0n;
}
