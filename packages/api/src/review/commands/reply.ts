import { addReply } from '@gongkai/db/review';
import type { Actor } from '../../common/actor.ts';
import type { Dependencies } from '../../common/dependencies.ts';
import { ApiError } from '../../common/errors.ts';
import type { ReplyInput } from '../schemas.ts';
import { transition } from '../../lifecycle/transition.ts';

/**
 * Replies to a comment, which resolves it, while the returned report is being revised.
 * @throws {ApiError} wrong_state, not_found
 */
export function reply(deps: Dependencies, actor: Actor, input: ReplyInput): Promise<void> {
  return transition(deps, actor, input, 'reply', async ({ db, clock }, { draft }) => {
    const { userId } = actor;
    const isBase = draft?.basedOn === input.revision;
    if (!isBase || !(await addReply(db, { ...input, userId, at: clock() })))
      throw new ApiError('not_found', '没有这条审核意见，请刷新后查看最新的意见');
  });
}
