import type { Finding } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { textMarks, textRuns, type TextMark } from './text-marks.ts';

const mark = (start: number, end: number, number: number): TextMark => ({
  block: 0,
  start,
  end,
  number,
  severity: 'explain',
});

/** The runs in one line: marked text as [1>marked<1], other text unchanged. */
const line = (text: string, marks: TextMark[]) =>
  textRuns(text, marks)
    .map(({ text, begins, ends, severity }) => {
      const words = `${begins.map((number) => `${number}>`).join('')}${text}${ends.map((number) => `<${number}`).join('')}`;
      return severity ? `[${words}]` : words;
    })
    .join('');

describe('runs of a paragraph', () => {
  it('are the text itself without a mark', () => {
    expect(line('收到申请12件', [])).toBe('收到申请12件');
  });

  it('separate the marked text', () => {
    expect(line('收到申请12件。', [mark(4, 6, 1)])).toBe('收到申请[1>12<1]件。');
  });

  it('keep marks that overlap or cover the same text', () => {
    expect(line('甲乙丙丁', [mark(0, 3, 1), mark(1, 4, 2)])).toBe('[1>甲][2>乙丙<1][丁<2]');
    expect(line('甲乙', [mark(0, 1, 1), mark(0, 1, 2)])).toBe('[1>2>甲<1<2]乙');
  });

  it('hold a mark that is the whole paragraph', () => {
    expect(line('甲乙', [mark(0, 2, 3)])).toBe('[3>甲乙<3]');
  });
});

it('numbers marks by their position among all findings', () => {
  const finding = (section?: string): Finding => ({
    rule: 'R43',
    verdict: 'fail',
    severity: 'explain',
    scope: 'section',
    cells: [],
    ...(section ? { place: { section, block: 2, start: 4, end: 6 } } : {}),
    params: {},
    message: { zh: '与表中数字不同', en: 'differs from the table' },
  });
  expect(textMarks([finding(), finding('problems'), finding('overview')], 'overview')).toEqual([
    { block: 2, start: 4, end: 6, number: 3, severity: 'explain' },
  ]);
});
