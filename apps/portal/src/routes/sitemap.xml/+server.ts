import { apiOf, siteOf } from '#lib/server/api.ts';
import { sitemapXml } from '#lib/server/sitemap.ts';
import type { RequestHandler } from './$types';

/** Agencies, from whose pages all their reports are found, and the newest reports outright. */
export const GET: RequestHandler = async (event) => {
  const api = apiOf(event);
  const [agencies, latest, rounds] = await Promise.all([
    api.agency.list(),
    api.report.latest({ limit: 100 }),
    api.round.list(),
  ]);
  const xml = sitemapXml(siteOf(event).origin ?? event.url.origin, [
    { path: '/' },
    { path: '/agencies' },
    { path: '/about' },
    { path: '/rounds' },
    ...rounds.map(({ agencyId, year }) => ({ path: `/rounds/${agencyId}/${year}` })),
    ...agencies.map(({ id }) => ({ path: `/agencies/${id}` })),
    ...latest.map(({ agencyId, year, kind, publishedOn }) => ({
      path: `/reports/${agencyId}/${year}/${kind}`,
      changed: publishedOn,
    })),
  ]);
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
