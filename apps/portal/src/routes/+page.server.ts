import { groupByKind } from '#lib/agency-kinds.ts';
import { apiOf } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const api = apiOf(event);
  const [agencies, latest, years, rounds] = await Promise.all([
    api.agency.list(),
    api.report.latest({ limit: 8 }),
    api.report.years(),
    api.round.list(),
  ]);
  return {
    latest,
    /** The rounds of the latest year. */
    rounds: rounds.filter(({ year }) => year === rounds[0]?.year).slice(0, 10),
    groups: groupByKind(agencies),
    years,
    agencyCount: agencies.length,
    reportCount: agencies.reduce((sum, { reportCount }) => sum + reportCount, 0),
  };
};
