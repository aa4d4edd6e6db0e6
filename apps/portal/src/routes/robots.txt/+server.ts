import { siteOf } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  const origin = siteOf(event).origin ?? event.url.origin;
  const lines = ['User-agent: *', 'Disallow: /search', 'Disallow: /admin', `Sitemap: ${origin}/sitemap.xml`];
  return new Response(lines.join('\n') + '\n', { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
