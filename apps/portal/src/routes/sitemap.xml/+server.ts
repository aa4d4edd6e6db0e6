import { apiOf, siteOf } from '#lib/server/api.ts';
import {
  maxPages,
  pagesWithoutReports,
  reportPages,
  sitemapIndexXml,
  sitemapResponse,
  sitemapXml,
} from '#lib/server/sitemap.ts';
import type { RequestHandler } from './$types';

/** The sitemap of all public pages, or a sitemap index if one sitemap cannot contain them. */
export const GET: RequestHandler = async (event) => {
  const api = apiOf(event);
  const site = siteOf(event).url ?? event.url.origin;
  const { pages, reportCount } = await pagesWithoutReports(api);
  if (pages.length + reportCount <= maxPages)
    return sitemapResponse(sitemapXml(site, [...pages, ...(await reportPages(api, maxPages - pages.length))]));
  const partsOf = (count: number) => Array.from({ length: Math.ceil(count / maxPages) }, (_, index) => index + 1);
  return sitemapResponse(
    sitemapIndexXml(site, [
      ...partsOf(pages.length).map((part) => ({ path: `/sitemaps/pages-${part}.xml` })),
      ...partsOf(reportCount).map((part) => ({ path: `/sitemaps/reports-${part}.xml` })),
    ]),
  );
};
