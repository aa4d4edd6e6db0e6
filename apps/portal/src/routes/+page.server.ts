import { groupByKind } from '#lib/agency-kinds.ts';
import { lastReportedYear } from '#lib/dates.ts';
import { apiOf } from '#lib/server/api.ts';
import { reportedYears } from '#lib/reported-years.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const api = apiOf(event);
  const [agencies, latest] = await Promise.all([api.agency.list(), api.report.latest({ limit: 8 })]);
  return {
    latest,
    groups: groupByKind(agencies),
    years: reportedYears(lastReportedYear(new Date())),
    agencyCount: agencies.length,
    reportCount: agencies.reduce((sum, { reportCount }) => sum + reportCount, 0),
  };
};
