import { siteOf } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  const site = siteOf(event).url ?? event.url.origin;
  const root = new URL(site).pathname.replace(/\/$/, '');
  const lines = [
    'User-agent: *',
    `Disallow: ${root}/search`,
    `Disallow: ${root}/admin`,
    `Sitemap: ${site}/sitemap.xml`,
  ];
  return new Response(lines.join('\n') + '\n', { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
