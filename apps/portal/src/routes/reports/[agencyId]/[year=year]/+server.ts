import { redirect } from '@sveltejs/kit';
import { agencyPath, reportPath } from '#lib/paths.ts';
import { apiOf, ifFound } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

/**
 * Redirects to the agency's report of this year if there is exactly one, else to the agency's page, which lists them.
 */
export const GET: RequestHandler = async (event) => {
  const { agencyId, year } = event.params;
  const found = await ifFound(apiOf(event).agency.get({ id: agencyId }));
  const [report, another] = found?.reports.filter((each) => each.year === year) ?? [];
  redirect(307, report && !another ? reportPath(report) : agencyPath(agencyId));
};
