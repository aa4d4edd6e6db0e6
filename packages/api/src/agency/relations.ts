import type { Relative } from '@gongkai/db/agency';
import type { Agency } from './schemas.ts';

/** Returns the predecessors and successors of an agency. */
export function relationsOf(id: string, relatives: readonly Relative[]): Pick<Agency, 'predecessors' | 'successors'> {
  return {
    predecessors: relatives
      .filter(({ successorId }) => successorId === id)
      .map(({ predecessorId, predecessorName: name, kind, takenOverOn }) => ({
        id: predecessorId,
        name,
        kind,
        takenOverOn,
      })),
    successors: relatives
      .filter(({ predecessorId }) => predecessorId === id)
      .map(({ successorId, successorName: name, kind, takenOverOn }) => ({ id: successorId, name, kind, takenOverOn })),
  };
}
