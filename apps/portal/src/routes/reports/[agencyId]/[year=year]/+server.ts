import { redirect } from '@sveltejs/kit';
import { agencyPath, reportPath } from '#lib/paths.ts';
import { apiOf, ifFound } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

/** The agency's report of that year, where there is one alone; else its page, which lists what there is. */
export const GET: RequestHandler = async (event) => {
  const { agencyId, year } = event.params;
  const found = await ifFound(apiOf(event).agency.get({ id: agencyId }));
  const [report, another] = found?.reports.filter((each) => each.year === year) ?? [];
  redirect(307, report && !another ? reportPath(report) : agencyPath(agencyId));
};
