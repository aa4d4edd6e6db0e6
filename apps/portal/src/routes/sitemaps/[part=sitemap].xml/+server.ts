import { error } from '@sveltejs/kit';
import { apiOf, siteOf } from '#lib/server/api.ts';
import { maxPages, pagesWithoutReports, reportPages, sitemapResponse, sitemapXml } from '#lib/server/sitemap.ts';
import type { RequestHandler } from './$types';

/** One part of the sitemap, for a site with more pages than one sitemap may contain. */
export const GET: RequestHandler = async (event) => {
  const api = apiOf(event);
  const [kind, number] = event.params.part.split('-');
  const offset = (Number(number) - 1) * maxPages;
  const pages =
    kind === 'reports'
      ? await reportPages(api, maxPages, offset)
      : (await pagesWithoutReports(api)).pages.slice(offset, offset + maxPages);
  if (pages.length === 0) error(404, '没有这一部分站点地图。');
  return sitemapResponse(sitemapXml(siteOf(event).url ?? event.url.origin, pages));
};
