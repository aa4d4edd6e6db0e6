import { expect, it } from 'vitest';
import { readCellText } from '../cells/cell-text.ts';
import { alignToColumns } from './align-to-columns.ts';

const slots = (row: string) =>
  row
    .split(',')
    .map((raw) => ({ raw, text: readCellText(raw), place: { type: 'block', block: 1 } as const, column: undefined }));

const text = (row: readonly { readonly raw: string }[]) => row.map(({ raw }) => raw).join(',');

it.each([
  ['1,2,3', '1,2,3'],
  [',1,2,3,', '1,2,3'],
  ['1,2,,', '1,2,'],
  [',,1,2', ',1,2'],
  [',,', ',,'],
  [',,,,', ',,'],
  ['1,,3', '1,,3'],
])('lays three columns over %s', (row, expected) => {
  const laid = alignToColumns(slots(row), 3);
  expect(laid.type === 'exact' && text(laid.slots)).toBe(expected);
});

it('says how many values more stand there where all are the same', () => {
  expect(alignToColumns(slots(',0,0,0,0,'), 3)).toMatchObject({ type: 'exact', surplus: 1 });
  expect(alignToColumns(slots(',0,0,0,0,0,'), 3)).toMatchObject({ type: 'wrong', count: 5 });
});

it.each([
  [',1,2,', [',1,2', '1,2,']],
  [',1,,3', ['1,,3', ',1,3']],
  ['1,,2,3', ['1,2,3']],
])('gives every reading of %s, which has an empty cell too many', (row, readings) => {
  const laid = alignToColumns(slots(row), 3);
  expect(laid.type === 'loose' && laid.readings.map(text).toSorted()).toEqual(readings.toSorted());
});

it.each([
  ['1,2,3,4', 4],
  ['1,2', 2],
  ['0,,0,0,0', 4],
])('does not fit %s', (row, count) => {
  expect(alignToColumns(slots(row), 3)).toEqual({ type: 'wrong', count });
});
