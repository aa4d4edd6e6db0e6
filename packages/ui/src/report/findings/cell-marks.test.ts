import type { Finding } from '@gongkai/schema';
import { expect, it } from 'vitest';
import { cellMarks, shortReferences } from './cell-marks.ts';

const finding = (changes: Partial<Finding>): Finding => ({
  rule: 'R31',
  verdict: 'fail',
  severity: 'block',
  scope: 'row',
  cells: [],
  params: {},
  message: { zh: '合计不等', en: 'sum differs' },
  ...changes,
});

it('marks all cells of a finding and shows its number at the last one', () => {
  const marks = cellMarks([finding({ cells: ['a', 'b', 'total'] })]);
  expect(marks.get('a')).toEqual({ severity: 'block', references: [] });
  expect(marks.get('total')).toEqual({ severity: 'block', references: [1] });
});

it('shows the number at the suspects if the finding has any', () => {
  const suspects = [{ cell: 'b', row: '一', column: '其他', value: 3 }];
  const marks = cellMarks([finding({ cells: ['a', 'b', 'total'], suspects })]);
  expect(marks.get('b')?.references).toEqual([1]);
  expect(marks.get('total')?.references).toEqual([]);
});

it('shows the number of a finding on the whole report at the end of each of its rows', () => {
  const cells = ['t.one.a', 't.one.b', 't.two.a', 'u.one.a'];
  const marks = cellMarks([finding({ scope: 'report', cells })]);
  expect(cells.filter((cell) => marks.get(cell)!.references.length > 0)).toEqual(['t.one.b', 't.two.a', 'u.one.a']);
});

it('keeps the highest severity and every number if findings share a cell', () => {
  const marks = cellMarks([
    finding({ severity: 'hint', cells: ['a'] }),
    finding({ severity: 'explain', cells: ['a'] }),
    finding({ severity: 'hint', cells: ['a'] }),
  ]);
  expect(marks.get('a')).toEqual({ severity: 'explain', references: [1, 2, 3] });
});

it('shortens the numbers at a cell with more than two', () => {
  const of = (...references: number[]) => shortReferences({ severity: 'hint', references });
  expect([of(), of(3), of(3, 8), of(3, 8, 12), of(3, 8, 12, 15)]).toEqual(['', '3', '3 8', '3 +2', '3 +3']);
  expect(shortReferences(undefined)).toBe('');
});
