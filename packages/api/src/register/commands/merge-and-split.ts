import { record } from '../../audit/record.ts';
import type { Actor } from '../../common/actor.ts';
import type { Dependencies } from '../../common/dependencies.ts';
import { ApiError } from '../../common/errors.ts';
import { withRegister } from '../with-register.ts';
import { toUpdateResult } from './change-agencies.ts';
import type { Register } from '../register.ts';
import type { RegisterUpdate, MergeInput, SplitInput, Successor } from '../schemas.ts';

/**
 * Merges agencies into an existing or a new one, which becomes the parent of their children; a single agency that a new
 * one replaces is renamed. Published reports remain with the agency that published them.
 * @throws {ApiError} not_found, invalid_agency
 */
export function merge(
  deps: Dependencies,
  actor: Actor,
  { agencyIds, into, on, reason }: MergeInput,
): Promise<RegisterUpdate> {
  const ids = [...new Set(agencyIds)];
  return withRegister(deps, async (register, deps) => {
    const successorId = successorOf(register, into, on, ids);
    const kind = ids.length === 1 && !('agencyId' in into) ? 'renamed' : 'merged';
    for (const agencyId of ids) {
      const before = register.get(agencyId);
      for (const { id } of register.childrenOf(agencyId)) register.change(id, on, { parentId: successorId });
      register.dissolve(agencyId, on);
      register.succeed({ successorId, predecessorId: agencyId, kind, takenOverOn: on });
      const after = { ...register.get(agencyId), succession: kind, successorId };
      await record(deps, actor, { action: 'register.merge', agencyId, before, after, note: reason });
    }
    return toUpdateResult(register, successorId);
  });
}

/**
 * Splits agencies off from one, which continues or is dissolved.
 * @throws {ApiError} not_found, invalid_agency
 */
export function split(deps: Dependencies, actor: Actor, input: SplitInput): Promise<RegisterUpdate[]> {
  const { agencyId, into, goesOn, on, reason } = input;
  return withRegister(deps, async (register, deps) => {
    const before = register.get(agencyId);
    if (before.dissolvedOn !== null || on < before.validFrom)
      throw new ApiError('invalid_agency', `“${before.name}”在 ${on} 不能分立：请核对日期，或者它是否已经撤销`);
    const successorIds = into.map((successor) => successorOf(register, successor, on, [agencyId]));
    if (new Set(successorIds).size < successorIds.length)
      throw new ApiError('invalid_agency', '分立出的机关填了两次，请删去重复的一个');
    for (const successorId of successorIds)
      register.succeed({ successorId, predecessorId: agencyId, kind: 'split', takenOverOn: on });
    if (!goesOn) register.dissolve(agencyId, on);
    const after = { ...register.get(agencyId), succession: 'split', successorIds };
    await record(deps, actor, { action: 'register.split', agencyId, before, after, note: reason });
    return successorIds.map((id) => toUpdateResult(register, id));
  });
}

function successorOf(register: Register, successor: Successor, on: string, ids: readonly string[]): string {
  if (!('agencyId' in successor)) return register.create(successor, on);
  const { id, name, dissolvedOn } = register.get(successor.agencyId);
  if (ids.includes(id)) throw new ApiError('invalid_agency', `“${name}”不能由自己承接，请另选承接的机关`);
  if (dissolvedOn !== null) throw new ApiError('invalid_agency', `“${name}”已于 ${dissolvedOn} 撤销，请另选承接的机关`);
  if (register.historyOf(id)[0]!.validFrom > on)
    throw new ApiError('invalid_agency', `“${name}”在 ${on} 还没有，请核对日期`);
  return id;
}
