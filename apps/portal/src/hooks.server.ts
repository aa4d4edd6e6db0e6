import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';

export const handle: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  return response;
};

export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind === 'app') return {};
  if (kind === 'framework' && error.status === 404) return { message: '地址可能写错了，或者这个页面已经不在。' };
  console.error(`${event.request.method} ${event.url.pathname}`, error);
  return { message: '本站出了问题，没有能够生成这个页面。' };
};
