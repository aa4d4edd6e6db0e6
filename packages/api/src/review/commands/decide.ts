import type { Database } from '@gongkai/db';
import { deleteSchedule } from '@gongkai/db/publication';
import { getRevision, type ReportFacts } from '@gongkai/db/report';
import { addComments, appendReview } from '@gongkai/db/review';
import { cellsOf, formOf } from '@gongkai/schema';
import { rulesOf } from '@gongkai/schema/catalogue';
import type { Actor } from '../../common/actor.ts';
import type { Dependencies } from '../../common/dependencies.ts';
import { ApiError } from '../../common/errors.ts';
import type { ReportKey } from '../../common/schemas.ts';
import { assertNotAuthor } from './segregation.ts';
import { reopenRevision } from '../../draft/reopen-revision.ts';
import type { AcceptInput, NewComment, RecallInput, ReturnInput } from '../schemas.ts';
import { transition } from '../../lifecycle/transition.ts';
import type { Reopened } from '../../draft/schemas.ts';

/** Recalls a revision before a reviewer has decided; it becomes a draft again. @throws {ApiError} wrong_state */
export function recall(deps: Dependencies, actor: Actor, input: RecallInput): Promise<Reopened> {
  const { agencyId, year, kind, note = null } = input;
  const key = { agencyId, year, kind };
  const { userId } = actor;
  return transition(deps, actor, input, 'recall', async ({ db, clock }, facts) => {
    const revision = numberOf(facts);
    await appendReview(db, { ...key, revision, action: 'recalled', note, userId, at: clock() });
    return reopenRevision(db, key, revision, userId);
  });
}

/**
 * Approves a revision for publication.
 * @throws {ApiError} wrong_state, stale_revision, own_work for its authors, naming those who may
 */
export function accept(deps: Dependencies, actor: Actor, input: AcceptInput): Promise<void> {
  const { agencyId, year, kind, note = null } = input;
  const key = { agencyId, year, kind };
  const { userId } = actor;
  return transition(deps, actor, input, 'accept', async (deps, facts) => {
    const revision = requireLast(facts, input.revision);
    await assertNotAuthor(deps, userId, facts);
    await appendReview(deps.db, { ...key, revision, action: 'accepted', note, userId, at: deps.clock() });
  });
}

/**
 * Returns a revision with reasons and comments; it becomes a draft again. An approved revision can be returned while it
 * is not public; its scheduled publication is cancelled.
 * @throws {ApiError} wrong_state, stale_revision, invalid_input
 */
export function returnForRevision(deps: Dependencies, actor: Actor, input: ReturnInput): Promise<Reopened> {
  const { agencyId, year, kind, reasons, note = null, comments } = input;
  const key = { agencyId, year, kind };
  const { userId } = actor;
  if (reasons.includes('other') && note === null && comments.length === 0)
    throw new ApiError('invalid_input', '选择“其他”时请写明退回的原因');
  return transition(deps, actor, input, 'return', async ({ db, clock }, facts) => {
    const revision = requireLast(facts, input.revision);
    await requirePlaces(db, key, revision, comments);
    const at = clock();
    await appendReview(db, { ...key, revision, action: 'returned', reasons: [...new Set(reasons)], note, userId, at });
    const placed = comments.map((comment) => ({ place: null, ...comment }));
    await addComments(db, { ...key, revision, userId, at }, placed);
    await deleteSchedule(db, key);
    return reopenRevision(db, key, revision, null);
  });
}

function numberOf({ revision }: ReportFacts): number {
  return revision!.number;
}

function requireLast(facts: ReportFacts, seen: number): number {
  if (numberOf(facts) !== seen) throw new ApiError('stale_revision');
  return seen;
}

/**
 * Requires that the form has the commented cells, sections and rules, because a comment on another place would be shown
 * nowhere.
 */
async function requirePlaces(
  db: Database,
  key: ReportKey,
  number: number,
  comments: readonly NewComment[],
): Promise<void> {
  const form = formOf((await getRevision(db, key, number))!.form);
  const known = {
    section: new Set(['preamble', ...form.sections.map(({ key }) => key)]),
    cell: new Set(cellsOf(form).map(({ key }) => key)),
    rule: new Set(rulesOf(form).map(({ id }) => id)),
  };
  for (const comment of comments)
    if (comment.target !== 'report' && !known[comment.target].has(comment.place))
      throw new ApiError('invalid_input', `报告中没有“${comment.place}”，请在报告上重新选择要批注的位置`);
}
