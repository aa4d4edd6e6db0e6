import type { AppRouter } from '@gongkai/api';
import { createTRPCClient, httpLink } from '@trpc/client';
import { sitePath } from '../common/site-path.ts';
import { fetchResponse } from './http-failure.ts';

/** The server's procedures. The browser adds the session cookie, because the origin is the same. */
export const api = createTRPCClient<AppRouter>({
  links: [httpLink({ url: sitePath('/trpc'), fetch: (url, options) => fetchResponse(url, options as RequestInit) })],
});
