import type { Api } from '../../platform.ts';

/** A page for crawlers, with the day of its last change. */
export interface SitemapPage {
  readonly path: string;
  readonly changed?: string;
}

/** A sitemap holds at most 50,000 addresses (sitemaps.org, protocol 0.9). */
export const maxPages = 50_000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** The sitemap of these pages. @param site address of the site's root, without a trailing slash */
export function sitemapXml(site: string, pages: readonly SitemapPage[]): string {
  return xml('urlset', 'url', site, pages);
}

/** The sitemap index of these sitemaps. */
export function sitemapIndexXml(site: string, sitemaps: readonly SitemapPage[]): string {
  return xml('sitemapindex', 'sitemap', site, sitemaps);
}

function xml(root: string, element: string, site: string, pages: readonly SitemapPage[]): string {
  const entries = pages.map(({ path, changed }) => {
    const day = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`;
    return `  <${element}><loc>${escapeXml(site + path)}</loc>${day}</${element}>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${namespace}">\n${entries.join('')}</${root}>\n`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** All pages except those of reports, and the number of reports. */
export async function pagesWithoutReports(api: Api): Promise<{ pages: SitemapPage[]; reportCount: number }> {
  const [agencies, rounds] = await Promise.all([api.agency.list(), api.round.list()]);
  const pages = [
    ...['/', '/agencies', '/about', '/rounds'].map((path) => ({ path })),
    ...rounds.map(({ agencyId, year }) => ({ path: `/rounds/${agencyId}/${year}` })),
    ...agencies.map(({ id }) => ({ path: `/agencies/${id}` })),
  ];
  return { pages, reportCount: agencies.reduce((sum, { reportCount }) => sum + reportCount, 0) };
}

/** Pages of published reports from an offset, in a stable order. */
export async function reportPages(api: Api, limit: number, offset = 0): Promise<SitemapPage[]> {
  const addresses = await api.report.addresses({ limit, offset });
  return addresses.map(({ agencyId, year, kind, changedOn }) => ({
    path: `/reports/${agencyId}/${year}/${kind}`,
    changed: changedOn,
  }));
}

/** @param body XML of a sitemap or of a sitemap index */
export function sitemapResponse(body: string): Response {
  return new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
}
