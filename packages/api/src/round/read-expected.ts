import { listAgencies, listExtensions, listRoundsWith } from '@gongkai/db';
import { dayOf, daysBetween } from '../common/day.ts';
import type { Dependencies } from '../common/dependencies.ts';
import { toLine } from './read.ts';
import type { ExpectedReport } from './schemas.ts';
import { waysOf } from './ways.ts';

/** The reports of these agencies that are due in a round and not public yet, the most urgent first. */
export async function expected({ db, clock }: Dependencies, agencyIds: readonly string[]): Promise<ExpectedReport[]> {
  const rounds = await listRoundsWith(db, [...agencyIds]);
  const now = clock();
  const found = await Promise.all(
    rounds.map(async ({ round, agencyIds: ids }) => {
      const [agencies, extensions, way] = await Promise.all([
        listAgencies(db, { ids }),
        listExtensions(db, round.id),
        waysOf(db, ids, round.year),
      ]);
      return agencies
        .map((agency) => {
          const granted = extensions.filter(({ agencyId }) => agencyId === agency.id);
          return toLine(round, agency, granted, way(agency), now);
        })
        .filter(({ timing }) => timing === 'pending' || timing === 'overdue')
        .map(({ agencyId, agencyName, kind, dueOn, lastDay, extensions, stage, closed }) => ({
          ...{ agencyId, agencyName, year: round.year, kind, collectedBy: round.agencyName, dueOn, lastDay },
          ...(lastDay > dueOn && { extendedFor: extensions.at(-1)!.reason }),
          daysLeft: daysBetween(dayOf(now), lastDay),
          stage,
          // What the reviewer sent back is taken at any time.
          closed: closed && stage !== 'returned',
        }));
    }),
  );
  return found.flat().sort((a, b) => a.daysLeft - b.daysLeft);
}
