import { judgeCells } from '../../engine/judge-cells.ts';
import type { Rule } from '../../engine/rule.ts';

export const r11: Rule = {
  id: 'R11',
  chapter: 'A',
  severity: 'block',
  title: { zh: '件数是不小于 0 的整数', en: 'counts are whole numbers, 0 or more' },
  citation: { document: '国办公开办函〔2021〕30号', place: '报告格式' },
  basis: ['reasoning'],
  message: {
    zh: '{code} 填的是 {value}，应为不小于 0 的整数。',
    en: '{code} reads {value}; it must be a whole number, 0 or more.',
  },
  test: (report, layout) => judgeCells(report, layout, ({ measure }) => measure !== 'money', isCount),
  vectors: [
    { name: 'zero everywhere', verdict: 'pass' },
    { name: 'a negative count', set: { 'requests.received.total': -1 }, verdict: 'fail' },
    { name: 'a fraction', set: { 'litigation.reconsideration.total': '1.5' }, verdict: 'fail' },
    { name: 'a blank cell', set: { 'requests.received.total': null }, verdict: 'skip' },
  ],
};

function isCount(value: number | string, measure: string): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && (value >= 0 || measure === 'change');
}
