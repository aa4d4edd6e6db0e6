import { listAgencies } from '@gongkai/db/agency';
import { listEarlySubmissions, listExtensions, listRoundsWith } from '@gongkai/db/round';
import { daysBetween, toDay } from '@gongkai/schema/calendar';
import type { Dependencies } from '../../common/dependencies.ts';
import { toLine } from './board.ts';
import type { ExpectedReport } from '../schemas.ts';
import { firstDay } from '../year-end.ts';
import { loadTimelines } from '../../lifecycle/timelines.ts';

/** Lists the reports of these agencies that are due in a round and not public yet, the most urgent first. */
export async function expected({ db, clock }: Dependencies, agencyIds: readonly string[]): Promise<ExpectedReport[]> {
  const rounds = await listRoundsWith(db, [...agencyIds]);
  const now = clock();
  const found = await Promise.all(
    rounds.map(async ({ round, agencyIds: ids }) => {
      const [agencies, extensions, early, way] = await Promise.all([
        listAgencies(db, { ids }),
        listExtensions(db, round.id),
        listEarlySubmissions(db, round.id),
        loadTimelines(db, ids, round.year),
      ]);
      return agencies
        .map((agency) => {
          const granted = {
            extensions: extensions.filter(({ agencyId }) => agencyId === agency.id),
            early: early.find(({ agencyId }) => agencyId === agency.id),
          };
          return toLine(round, agency, granted, way(agency), now);
        })
        .filter(({ timing }) => timing === 'pending' || timing === 'overdue')
        .map(({ agencyId, agencyName, kind, dueOn, lastDay, extensions, stage, closed, yearNotOver }) => ({
          ...{ agencyId, agencyName, year: round.year, kind, collectedBy: round.agencyName, dueOn, lastDay },
          ...(lastDay > dueOn && { extendedFor: extensions.at(-1)!.reason }),
          daysLeft: daysBetween(toDay(now), lastDay),
          stage,
          // A report that the reviewer returned is accepted at any time.
          closed: closed && stage !== 'returned',
          opensOn: yearNotOver ? firstDay(round.year) : null,
        }));
    }),
  );
  return found.flat().sort((a, b) => a.daysLeft - b.daysLeft);
}
