import { appendPublication, putPassages } from '@gongkai/db/publication';
import type { Actor } from '../../common/actor.ts';
import { toDay } from '@gongkai/schema/calendar';
import type { Dependencies } from '../../common/dependencies.ts';
import { reopenRevision } from '../../draft/reopen-revision.ts';
import { transition } from '../../lifecycle/transition.ts';
import type { CorrectInput, WithdrawInput } from '../schemas.ts';
import type { Reopened } from '../../draft/schemas.ts';

/**
 * Starts the correction of a public report as a draft of the public revision, which stays public until the correction
 * has been reviewed and published.
 * @throws {ApiError} wrong_state
 */
export function correct(deps: Dependencies, actor: Actor, input: CorrectInput): Promise<Reopened> {
  const { publicNote, ...key } = input;
  return transition(deps, actor, { ...key, note: publicNote }, 'correct', ({ db }, { shown }) =>
    reopenRevision(db, key, shown!.revision, actor.userId, publicNote),
  );
}

/**
 * Withdraws a published report. Its page remains and states the reason. Nothing is deleted.
 * @throws {ApiError} wrong_state
 */
export function withdraw(deps: Dependencies, actor: Actor, input: WithdrawInput): Promise<void> {
  const { reason: note, ...key } = input;
  return transition(deps, actor, { ...key, note }, 'withdraw', async ({ db, clock }, { shown }) => {
    await appendPublication(db, {
      ...{ ...key, revision: shown!.revision, userId: actor.userId, note },
      action: 'withdrawn',
      publishedOn: toDay(clock()),
      firstSource: null,
    });
    await putPassages(db, key, []);
  });
}
