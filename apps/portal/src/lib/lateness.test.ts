import { expect, it } from 'vitest';
import { isLate } from './lateness.ts';

it.each([
  ['own', '2021-01-31', false],
  ['own', '2021-02-01', true],
  ['consolidated', '2021-03-31', false],
  ['consolidated', '2021-04-01', true],
] as const)('judges a %s report for 2020 published on %s', (kind, publishedOn, late) => {
  expect(isLate({ year: 2020, kind, publishedOn })).toBe(late);
});
