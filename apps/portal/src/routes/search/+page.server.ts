import { lastReportedYear } from '#lib/dates.ts';
import { reportedYears } from '#lib/reported-years.ts';
import { readSearchQuery } from '#lib/search-query.ts';
import { apiOf, hasCode } from '#lib/server/api.ts';
import { similar } from '#lib/similar.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const api = apiOf(event);
  const years = reportedYears(lastReportedYear(new Date()));
  const asked = readSearchQuery(event.url.searchParams, years);
  const result = await api.search.reports(asked).catch((reason: unknown) => {
    if (hasCode(reason, 'SERVICE_UNAVAILABLE')) error(503, '检索的人太多，请过几秒刷新本页。');
    throw reason;
  });
  const meant = result.total === 0 && asked.query ? similar(await api.agency.list(), asked.query, 5) : [];
  return { asked, years, result, meant };
};
