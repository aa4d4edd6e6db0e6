import type { MiddlewareHandler } from 'hono';

/**
 * Refuses a mutation that a page of another site makes a signed-in browser request. Browsers send the page's origin
 * with every request except plain reads; programs that send no cookie need not send it.
 * @param origin the origin under which browsers know the site
 */
export function requireSameOrigin(origin: string): MiddlewareHandler {
  return async (context, next) => {
    const { method, headers } = context.req.raw;
    if (method === 'GET' || method === 'HEAD' || isSameOrigin(headers, origin)) return next();
    return context.json({ code: 'foreign_origin', message: '请求来自其他网站，已拒绝。请在本网站内操作。' }, 403);
  };
}

function isSameOrigin(headers: Headers, own: string): boolean {
  const stated = headers.get('origin');
  if (stated !== null) return stated === own;
  const site = headers.get('sec-fetch-site');
  return site === null ? !headers.has('cookie') : site === 'same-origin';
}
