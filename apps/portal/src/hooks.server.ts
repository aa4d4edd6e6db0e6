import { apiOf, hasCode } from '#lib/server/api.ts';
import { pagesOf } from '#lib/server/suggestions.ts';
import { withoutMarkers } from '#lib/server/without-markers.ts';
import { redirect } from '@sveltejs/kit';
import { canonicalPath } from '#lib/canonical-path.ts';
import { sitePath } from '#lib/paths.ts';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';

const RETRY_AFTER_SECONDS = '5';

export const handle: Handle = async ({ event, resolve }) => {
  const canonical = canonicalPath(event.url.pathname);
  if (canonical !== event.url.pathname) redirect(308, sitePath(canonical) + event.url.search);
  const rendered = await resolve(event, { transformPageChunk: ({ html }) => withoutMarkers(html) });
  const response = event.locals.gone
    ? new Response(rendered.body, { headers: rendered.headers, status: 410 })
    : rendered;
  if (response.headers.get('content-type') === 'text/html')
    response.headers.set('content-type', 'text/html; charset=utf-8');
  if (response.status === 503) response.headers.set('retry-after', RETRY_AFTER_SECONDS);
  return response;
};

export const handleError: HandleServerError = async ({ kind, error, event }) => {
  if (kind === 'app') return {};
  if (kind === 'framework' && error.status < 500) {
    const [, agencyId] = /^\/(?:reports|agencies)\/([^/]+)/.exec(event.url.pathname) ?? [];
    return {
      message: '地址可能写错了，或者这个页面已经不在。',
      suggestions: agencyId ? await pagesOf(apiOf(event), agencyId).catch(() => []) : [],
    };
  }
  if (hasCode(error, 'SERVICE_UNAVAILABLE')) {
    event.setHeaders({ 'retry-after': '5', 'cache-control': 'no-store' });
    return { status: 503, message: '系统暂时不能答复，请过几秒刷新。' };
  }
  console.error(`${event.request.method} ${event.url.pathname}`, error);
  return { message: '本站出了问题，没有能够生成这个页面。' };
};
