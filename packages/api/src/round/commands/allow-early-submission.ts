import { addEarlySubmission, changeRound, listRoundAgencies } from '@gongkai/db/round';
import type { Actor } from '../../common/actor.ts';
import type { Dependencies } from '../../common/dependencies.ts';
import { ApiError } from '../../common/errors.ts';
import { changeWithAudit } from './manage-round.ts';
import type { AllowEarlySubmissionInput } from '../schemas.ts';
import { isYearOver } from '../year-end.ts';

/**
 * Allows a body to submit before the year is over, for instance if it is dissolved during the year.
 * @throws {ApiError} not_found; invalid_input if it is not in the round, was allowed before, or needs no permission
 */
export function allowEarlySubmission(
  deps: Dependencies,
  actor: Actor,
  input: AllowEarlySubmissionInput,
): Promise<void> {
  const { bodyId, reason } = input;
  return changeWithAudit(deps, actor, input, 'round.allowEarlySubmission', async ({ db, clock }, round) => {
    if (isYearOver(round.year, clock())) throw new ApiError('invalid_input', `${round.year}年度已经结束，可以直接提交`);
    const member = (await listRoundAgencies(db, round.id)).find(({ agencyId }) => agencyId === bodyId);
    if (!member || member.excludedFor !== null)
      throw new ApiError('invalid_input', '这个机关不在本次收集范围内，请先列入再准予提前提交');
    const row = { roundId: round.id, agencyId: bodyId, reason, userId: actor.userId, at: clock() };
    if (!(await addEarlySubmission(db, row))) throw new ApiError('invalid_input', '这个机关已准予提前提交');
    await changeRound(db, round.id, {});
    return { after: { body: bodyId }, note: reason };
  });
}
