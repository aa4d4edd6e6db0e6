import { lastReportedYear } from '#lib/dates.ts';
import { reportedYears } from '#lib/reported-years.ts';
import { readSearchQuery } from '#lib/search-query.ts';
import { apiOf } from '#lib/server/api.ts';
import { similar } from '#lib/similar.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const api = apiOf(event);
  const years = reportedYears(lastReportedYear(new Date()));
  const asked = readSearchQuery(event.url.searchParams, years);
  const result = await api.search.reports(asked);
  const meant = result.total === 0 && asked.query ? similar(await api.agency.list(), asked.query, 5) : [];
  return { asked, years, result, meant };
};
