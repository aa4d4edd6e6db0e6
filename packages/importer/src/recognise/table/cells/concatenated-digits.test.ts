import { expect, it } from 'vitest';
import { cutsOf } from './concatenated-digits.ts';

it.each([
  ['000', 3, [['0', '0', '0']]],
  ['1000', 3, [['10', '0', '0']]],
  ['555', 3, [['5', '5', '5']]],
  ['00', 3, []],
  ['0000', 3, []],
])('cuts %s into %i numbers', (digits, count, expected) => {
  expect(cutsOf(digits, count)).toEqual(expected);
});

it('finds every way where several are possible, and gives up on too many', () => {
  expect(cutsOf('1412', 3)).toEqual([
    ['1', '4', '12'],
    ['1', '41', '2'],
    ['14', '1', '2'],
  ]);
  expect(cutsOf('1'.repeat(40), 7)).toEqual([]);
});
