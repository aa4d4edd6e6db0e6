import type { SearchResult } from '@gongkai/api/schemas';
import { lastReportedYear } from '@gongkai/schema/calendar';
import { reportedYears } from '#lib/reported-years.ts';
import { readSearchQuery } from '#lib/search-query.ts';
import { apiOf, hasCode } from '#lib/server/api.ts';
import { similar } from '#lib/similar.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The last page that the API returns. */
const maxPage = 1_000;

const nothing: SearchResult = { items: [], total: 0, page: 1, pageSize: 20, words: [], ignored: [] };

export const load: PageServerLoad = async (event) => {
  const api = apiOf(event);
  const years = reportedYears(lastReportedYear(new Date()));
  const { unknownYear, ...search } = readSearchQuery(event.url.searchParams, years);
  const result =
    unknownYear === undefined
      ? await api.search.reports({ ...search, page: Math.min(search.page, maxPage) }).catch((reason: unknown) => {
          if (hasCode(reason, 'SERVICE_UNAVAILABLE')) error(503, '检索的人太多，请过几秒刷新本页。');
          throw reason;
        })
      : nothing;
  const meant =
    result.total === 0 && search.query && unknownYear === undefined
      ? similar(await api.agency.list(), search.query, 5)
      : [];
  const pages = Math.min(Math.ceil(result.total / result.pageSize), maxPage);
  return { search, unknownYear, years, result, pages, meant };
};
