import { expect, it } from 'vitest';
import type { Result } from './run-round.ts';
import { isWell, lineOf, reasonsOf } from './table.ts';

const well: Result = {
  ...{
    round: 'baseline',
    engine: 'embedded',
    acknowledged: 12,
    reports: 2,
    lost: [],
    twice: [],
    exits: [],
    faults: [],
  },
  auditVerified: true,
  recoveredAfter: 1.25,
};

it('passes a round only where nothing went wrong and something was done', () => {
  expect(isWell(well)).toBe(true);
  const bad: Partial<Result>[] = [
    { acknowledged: 0 },
    { lost: ['a save'] },
    { twice: ['published 2 times'] },
    { exits: ['code 1'] },
    { faults: ['readers: 502 x 1'] },
    { auditVerified: false },
    { recoveredAfter: undefined },
  ];
  for (const change of bad) expect(isWell({ ...well, ...change })).toBe(false);
});

it('says in a line how a round went, and below it why', () => {
  expect(lineOf(well)).toMatch(/^baseline +embedded +12 +2 +0 +0 +0 +0 +ok +1\.\d s/);
  const failed = { ...well, recoveredAfter: undefined, auditVerified: false, lost: ['a save'], faults: ['500'] };
  expect(lineOf(failed)).toMatch(/ 1 +0 +0 +1 +FAIL +NO/);
  expect(reasonsOf(failed)).toEqual(['lost: a save', 'fault: 500']);
});
