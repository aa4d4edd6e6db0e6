import { expect, it } from 'vitest';
import { kindFor, reportYears } from './report-choice.ts';

it('chooses the consolidated report for governments and the own report for all others', () => {
  expect(kindFor({ kind: 'government' })).toBe('consolidated');
  expect(kindFor({ kind: 'governmentOffice' })).toBe('own');
  expect(kindFor({ kind: 'town' })).toBe('own');
});

it('offers the years that have a form, the current year first', () => {
  expect(reportYears(2022)).toEqual([2022, 2021, 2020, 2019]);
});
