import { expect, it } from 'vitest';
import { kindFor, reportYears } from './report-choice.ts';

it('has governments sum up and all others report on themselves', () => {
  expect(kindFor({ kind: 'government' })).toBe('consolidated');
  expect(kindFor({ kind: 'governmentOffice' })).toBe('own');
  expect(kindFor({ kind: 'town' })).toBe('own');
});

it('offers the years that have a form, the running one first', () => {
  expect(reportYears(2022)).toEqual([2022, 2021, 2020, 2019]);
});
