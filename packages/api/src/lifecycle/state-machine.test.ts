import { describe, expect, test } from 'vitest';
import { actions, canTransition, stateOf, type Action, type StateFacts } from './state-machine.ts';
import type { Stage } from '../common/report-state.ts';

const at = new Date('2022-01-10T02:00:00Z');
const by = { userId: 'u', userName: '甲', at };

type Review = NonNullable<StateFacts['review']>;
type Shown = NonNullable<StateFacts['shown']>;

/**
 * Builds facts as the database returns them; the last revision is the second if one is public and another was
 * submitted.
 */
function facts(given: {
  draft?: number | null;
  review?: [number, Review['action']];
  shown?: [Shown['action'], number, Shown['origin']?];
  schedule?: true;
}): StateFacts {
  const key = { agencyId: 'a', year: 2021, kind: 'own' } as const;
  const number = Math.max(given.review?.[0] ?? 0, given.shown?.[1] ?? 0);
  const [action, revision, origin = 'entered'] = given.shown ?? [];
  const texts = { title: '', digest: '' };
  return {
    draft:
      given.draft === undefined
        ? null
        : { ...texts, basedOn: given.draft, rollUp: null, lockVersion: 1, savedAt: at, userName: '乙' },
    revision:
      number === 0
        ? null
        : {
            ...{
              ...key,
              ...texts,
              number,
              form: '',
              origin: 'entered',
              basedOn: null,
              rollUp: null,
              note: null,
              authors: [],
            },
            ...{ createdBy: null, createdAt: at },
          },
    review: given.review
      ? { ...key, ...by, revision: given.review[0], number: 1, action: given.review[1], reasons: [], note: null }
      : null,
    shown: action
      ? {
          ...{ ...key, ...by, ...texts, number: 1, action, origin, revision: revision! },
          ...{ publishedOn: '2022-01-10', firstSource: null, note: null },
        }
      : null,
    schedule: given.schedule ? { ...key, ...by, revision: number, due: at } : null,
  };
}

const fix: Action[] = ['save', 'submit'];
const answer: Action[] = ['reply', 'save', 'submit'];
const giveUp: Action[] = ['save', 'discard', 'submit'];
const decide: Action[] = ['recall', 'return', 'accept'];
const release: Action[] = ['return', 'publish', 'schedule'];

/** Every state of a report, with the actions that are permitted in it. */
const situations: [name: string, StateFacts, Stage, readonly Action[]][] = [
  ['nothing yet', facts({}), 'none', ['start', 'archive']],
  ['drafted', facts({ draft: null }), 'draft', ['archive', ...giveUp]],
  ['submitted', facts({ review: [1, 'submitted'] }), 'submitted', decide],
  ['recalled', facts({ draft: 1, review: [1, 'recalled'] }), 'draft', fix],
  ['returned', facts({ draft: 1, review: [1, 'returned'] }), 'returned', answer],
  ['accepted', facts({ review: [1, 'accepted'] }), 'accepted', release],
  ['scheduled', facts({ review: [1, 'accepted'], schedule: true }), 'scheduled', [...release, 'unschedule']],
  ['published', facts({ review: [1, 'accepted'], shown: ['published', 1] }), 'published', ['correct', 'withdraw']],
  ['archived', facts({ shown: ['published', 1, 'archived'] }), 'archived', ['correct', 'withdraw']],
  ['corrected', facts({ review: [2, 'accepted'], shown: ['corrected', 2] }), 'corrected', ['correct', 'withdraw']],
  ['withdrawn', facts({ review: [1, 'accepted'], shown: ['withdrawn', 1] }), 'withdrawn', ['correct']],
  [
    'a correction drafted',
    facts({ draft: 1, review: [1, 'accepted'], shown: ['published', 1] }),
    'draft',
    [...giveUp, 'withdraw'],
  ],
  [
    'a correction of an archived report drafted',
    facts({ draft: 1, shown: ['published', 1, 'archived'] }),
    'draft',
    [...giveUp, 'withdraw'],
  ],
  [
    'a correction submitted',
    facts({ review: [2, 'submitted'], shown: ['published', 1] }),
    'submitted',
    [...decide, 'withdraw'],
  ],
  [
    'a correction returned',
    facts({ draft: 2, review: [2, 'returned'], shown: ['published', 1] }),
    'returned',
    [...giveUp, 'reply', 'withdraw'],
  ],
  [
    'a correction accepted',
    facts({ review: [2, 'accepted'], shown: ['published', 1] }),
    'accepted',
    [...release, 'withdraw'],
  ],
  [
    'a correction scheduled',
    facts({ review: [2, 'accepted'], shown: ['published', 1], schedule: true }),
    'scheduled',
    [...release, 'unschedule', 'withdraw'],
  ],
  [
    'a correction given up after it was returned',
    facts({ review: [2, 'returned'], shown: ['published', 1] }),
    'published',
    ['correct', 'withdraw'],
  ],
  [
    'a correction started again after that',
    facts({ draft: 1, review: [2, 'returned'], shown: ['published', 1] }),
    'draft',
    [...giveUp, 'withdraw'],
  ],
  ['a correction of what was withdrawn', facts({ draft: 1, shown: ['withdrawn', 1] }), 'draft', giveUp],
  [
    'a correction withdrawn while it was under review',
    facts({ review: [2, 'submitted'], shown: ['withdrawn', 1] }),
    'submitted',
    decide,
  ],
];

describe.each(situations)('%s', (_name, facts, stage, permitted) => {
  test(`is the stage ${stage}`, () => expect(stateOf(facts).stage).toBe(stage));

  test.each(actions)('%s', (action) => {
    expect(canTransition(stateOf(facts), action, facts)).toBe(permitted.includes(action));
  });
});

test('what is at work and what the public is shown are told apart', () => {
  const state = stateOf(facts({ review: [2, 'accepted'], shown: ['corrected', 1], schedule: true }));
  expect(state).toMatchObject({ stage: 'scheduled', work: 'scheduled', shown: 'corrected', revision: 2, by: '甲' });
  expect(state).toMatchObject({ since: at.toISOString(), due: at.toISOString() });
  expect(stateOf(facts({ shown: ['published', 1] }))).not.toHaveProperty('work');
  expect(stateOf(facts({ draft: null }))).not.toHaveProperty('shown');
});
