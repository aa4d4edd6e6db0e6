import { isStreamed } from '@gongkai/api';
import type { Hono } from 'hono';
import { CachedResponse } from '../http/response/cached-response.ts';

/** Whether an address is one of the open API. @param path without the query */
export function isOpenApiPath(path: string): boolean {
  return path === '/api/v1' || path.startsWith('/api/v1/');
}

/**
 * Whether a response of the open API may be cached.
 * @param path without the query
 * @param query without its question mark
 */
export function isCacheable(method: string, path: string, query: string): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  if (isStreamed(decoded(path), new URLSearchParams())) return false;
  // Searching the raw query is much cheaper than parsing it.
  return query === '' || !/format|%/i.test(query) || !isStreamed(path, new URLSearchParams(query));
}

/** As the router reads a path: a part that is not validly encoded stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Renders the URL with a fresh request, so nothing of the caller's headers can enter the cache. */
export async function renderApiResponse(app: Hono, address: URL): Promise<CachedResponse> {
  const answer = await app.fetch(new Request(address));
  return new CachedResponse(answer.status, Object.fromEntries(answer.headers), Buffer.from(await answer.arrayBuffer()));
}
