import { isStreamed } from '@gongkai/api';
import type { Hono } from 'hono';
import { CachedResponse } from '../http/response/cached-response.ts';

/** True for an address of the open API. @param path without the query */
export function isOpenApiPath(path: string): boolean {
  return path === '/api/v1' || path.startsWith('/api/v1/');
}

/**
 * True if a response of the open API may be cached.
 * @param path without the query
 * @param query without its question mark
 */
export function isCacheable(method: string, path: string, query: string): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  if (isStreamed(decoded(path), new URLSearchParams())) return false;
  // Searching the raw query is much cheaper than parsing it.
  return query === '' || !/format|%/i.test(query) || !isStreamed(path, new URLSearchParams(query));
}

/** Decodes a path as the router does: a segment that is not validly encoded stays unchanged. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Renders the URL with a new request, so that the caller's headers cannot enter the cache. */
export async function renderApiResponse(app: Hono, address: URL): Promise<CachedResponse> {
  const answer = await app.fetch(new Request(address));
  return new CachedResponse(answer.status, Object.fromEntries(answer.headers), Buffer.from(await answer.arrayBuffer()));
}
