import { expect, it } from 'vitest';
import { readCellText } from './cell-text.ts';
import { fit } from './fit.ts';

const slots = (row: string) =>
  row
    .split(',')
    .map((raw) => ({ raw, text: readCellText(raw), place: { type: 'block', block: 1 } as const, column: undefined }));

it.each([
  ['1,2,3', { type: 'exact', start: 0, surplus: 0 }],
  [',1,2,3,', { type: 'exact', start: 1, surplus: 0 }],
  ['1,2,,', { type: 'exact', start: 0, surplus: 0 }],
  [',,', { type: 'exact', start: 0, surplus: 0 }],
  ['0,0,0,0', { type: 'exact', start: 0, surplus: 1 }],
  [',1,2,', { type: 'shifted', starts: [0, 1] }],
  ['1,2,3,4', { type: 'wrong', count: 4 }],
  ['1,,2,3', { type: 'wrong', count: 3 }],
  ['0,,0,0', { type: 'wrong', count: 3 }],
  ['1,2', { type: 'wrong', count: 2 }],
])('lays three columns over %s', (row, expected) => {
  expect(fit(slots(row), 3)).toEqual(expected);
});
