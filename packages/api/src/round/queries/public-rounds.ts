import { listRounds } from '@gongkai/db/round';
import type { Dependencies } from '../../common/dependencies.ts';
import { requireRound } from '../members.ts';
import { loadBoard, statisticsOf, summaryOf } from './board.ts';
import type { BoardLine, PublicBoard, PublicLine, RoundKey, RoundSummary } from '../schemas.ts';

/** Lists every announced round, the latest year first. */
export async function list({ db }: Dependencies): Promise<RoundSummary[]> {
  return (await listRounds(db)).map(summaryOf);
}

/**
 * Returns which bodies of a round have published, and whether on time, without work in progress and its authors.
 * @throws {ApiError} not_found
 */
export async function get(deps: Dependencies, key: RoundKey): Promise<PublicBoard> {
  const round = await requireRound(deps.db, key);
  const { today, lines, government, excluded } = await loadBoard(deps, round);
  return {
    ...{ round: summaryOf(round), today, excluded, statistics: statisticsOf([...lines, government]) },
    lines: lines.map(toPublic),
    government: toPublic(government),
  };
}

/** Copies the public fields by name, so that a field added later does not become public. */
function toPublic({
  agencyId,
  agencyName,
  agencyKind,
  kind,
  dueOn,
  lastDay,
  publishedOn,
  timing,
}: BoardLine): PublicLine {
  return {
    ...{ agencyId, agencyName, agencyKind, kind, dueOn, publishedOn, timing },
    extendedTo: lastDay === dueOn ? null : lastDay,
    withdrawn: timing === 'withdrawn',
  };
}
