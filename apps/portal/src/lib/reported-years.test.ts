import { expect, it } from 'vitest';
import { reportedYears } from './reported-years.ts';

it('runs from the last year back to the first official form', () => {
  expect(reportedYears(2022)).toEqual([2022, 2021, 2020, 2019]);
});
