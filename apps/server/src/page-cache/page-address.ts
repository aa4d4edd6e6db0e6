import { pageParameters } from '@gongkai/portal/parameters';
import { dependencyOf, type Dependency } from './dependency.ts';
import { isOpenApiPath } from './render-api-response.ts';

/** The address to render for a request, its dependency, and the part of the cache that stores it. */
export interface PageAddress {
  /** The complete address without the parameters that do not affect the response. */
  readonly address: string;
  /**
   * `pages`: the site's own pages. `queries`: addresses with readers' words and numbers, which share a small part of
   * the cache. `none`: other spellings of an address, which are not stored.
   */
  readonly store: 'pages' | 'queries' | 'none';
  readonly dependency: Dependency;
}

const usual = /^(?:\/[\w-][\w.-]*)+$|^\/$/;

/**
 * Parses the address of a page or of a response of the open API. Parameters that the page does not read are removed,
 * because an address with them is the same page and must not create another cache entry.
 * @param origin scheme and host
 * @param target path and query of the request
 * @param isOwn true if the origin is the site's own, not an arbitrary one from a Host header
 */
export function parsePageAddress(origin: string, target: string, isOwn: boolean): PageAddress {
  if (usual.test(target))
    return { address: origin + target, store: isOwn ? 'pages' : 'none', dependency: dependencyOf(target) };
  const { pathname, search, searchParams } = new URL(origin + target);
  const query = isOpenApiPath(pathname) ? search : knownQuery(pathname, searchParams);
  const address = origin + pathname + query;
  const dependency = query === '' ? dependencyOf(pathname) : { type: 'publications' as const };
  if (!isOwn || !usual.test(pathname)) return { address, store: 'none', dependency };
  return { address, store: query === '' ? 'pages' : 'queries', dependency };
}

function knownQuery(pathname: string, asked: URLSearchParams): string {
  const known = (pageParameters[pathname.replace(/(?<=.)\/$/, '')] ?? []).flatMap((name) => {
    const value = asked.get(name);
    return value ? [[name, value] as [string, string]] : [];
  });
  return known.length > 0 ? `?${new URLSearchParams(known).toString()}` : '';
}

/**
 * True if the origin is the local name of this machine at the port that was reached; used if no other origin is
 * configured.
 */
export function isOwnOrigin(origin: string, port: number | undefined): boolean {
  const own = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::(\d+))?$/.exec(origin);
  return own !== null && Number(own[1] ?? 80) === port;
}
