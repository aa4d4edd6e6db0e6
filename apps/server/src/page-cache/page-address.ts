import { pageParameters } from '@gongkai/portal/parameters';
import { isOpenApiPath } from './render-api-response.ts';

/** What is rendered for a request, and how long it may stay. */
export interface PageAddress {
  /** Whole, without what makes no difference to the answer. */
  readonly address: string;
  /**
   * `pages`: one of the site's own pages. `queries`: one of the many that a reader's words and numbers make, which share
   * a small part of the cache. `nowhere`: another way to write an address.
   */
  readonly kept: 'pages' | 'queries' | 'nowhere';
}

const usual = /^(?:\/[\w-][\w.-]*)+$|^\/$/;

/**
 * Reads the address of a page or of an answer of the open API. Parameters that the page does not read are left out: an
 * address with them is the same page, and makes no other entry in the cache.
 * @param origin scheme and host
 * @param target path and query, as they were asked for
 * @param isOwn whether the origin is the site's own, and not one of the many that a Host header may name
 */
export function parsePageAddress(origin: string, target: string, isOwn: boolean): PageAddress {
  const mostly = isOwn ? 'pages' : 'nowhere';
  if (usual.test(target)) return { address: origin + target, kept: mostly };
  const { pathname, search, searchParams } = new URL(origin + target);
  const query = isOpenApiPath(pathname) ? search : knownQuery(pathname, searchParams);
  const address = origin + pathname + query;
  if (!isOwn || !usual.test(pathname)) return { address, kept: 'nowhere' };
  return { address, kept: query === '' ? 'pages' : 'queries' };
}

function knownQuery(pathname: string, asked: URLSearchParams): string {
  const known = (pageParameters[pathname.replace(/(?<=.)\/$/, '')] ?? []).flatMap((name) => {
    const value = asked.get(name);
    return value ? [[name, value] as [string, string]] : [];
  });
  return known.length > 0 ? `?${new URLSearchParams(known).toString()}` : '';
}

/** Whether readers who know the site by no other name came by that of this machine, at the port that they reached. */
export function isOwnOrigin(origin: string, port: number | undefined): boolean {
  const own = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::(\d+))?$/.exec(origin);
  return own !== null && Number(own[1] ?? 80) === port;
}
