import type { ReportState, Role } from '@gongkai/api/schemas';
import { expect, it } from 'vitest';
import { availableActions } from './available-actions.ts';

const everything = new Set<Role>(['drafter', 'reviewer', 'publisher']);
const namesFor = (state: Omit<ReportState, 'stage'>, roles: ReadonlySet<Role> = everything) =>
  availableActions({ stage: 'none', ...state }, roles).map(({ name }) => name);

it.each<[Omit<ReportState, 'stage'>, string[]]>([
  [{}, []],
  [{ work: 'draft' }, []],
  [{ work: 'submitted' }, ['accept', 'return', 'recall']],
  [{ work: 'returned' }, []],
  [{ work: 'accepted' }, ['return', 'publish', 'schedule']],
  [{ work: 'scheduled' }, ['return', 'publish', 'schedule', 'unschedule']],
  [{ shown: 'published' }, ['correct', 'withdraw']],
  [{ shown: 'withdrawn' }, ['correct']],
  [{ work: 'submitted', shown: 'published' }, ['accept', 'return', 'recall', 'withdraw']],
])('from %j lead on %j', (state, names) => {
  expect(namesFor(state)).toEqual(names);
});

it('each role sees only its own actions', () => {
  expect(namesFor({ work: 'submitted' }, new Set(['drafter']))).toEqual(['recall']);
  expect(namesFor({ work: 'submitted' }, new Set(['publisher']))).toEqual([]);
  expect(namesFor({ work: 'accepted' }, new Set(['publisher']))).toEqual(['publish', 'schedule']);
});
