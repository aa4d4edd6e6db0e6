import { LRUCache } from 'lru-cache';
import type { CachedResponse } from '../http/response/cached-response.ts';
import { thenSync, type MaybePromise } from '../http/response/maybe-promise.ts';
import type { PageAddress } from './page-address.ts';

/** Compressed forms add about a quarter of the page each; bodies of short pages are also stored as text. */
const SIZE_WITH_FORMS = 3;
/** Bytes of an entry and its objects, regardless of the page size: measured, rounded up. */
const FIXED_BYTES = 2_048;
/** Readers' words and numbers yield an unlimited number of addresses; together they get this share of the limit. */
const SHARE_OF_QUERIES = 1 / 5;
/** Above every limit: lru-cache then returns the response and stores nothing. */
const NOT_STORED = Number.MAX_SAFE_INTEGER;

export interface PageCacheOptions {
  /** The version of the public data that a page shows. A page rendered for another version is never served again. */
  readonly version: (page: PageAddress) => MaybePromise<string>;
  /** Renders a page by its complete address. */
  readonly render: (address: string) => Promise<CachedResponse>;
  /** Maximum size in bytes of all cached pages. */
  readonly limit?: number;
}

type Store = LRUCache<string, CachedResponse, PageAddress>;

/**
 * Caches rendered public pages, each by its address and the version of the data that it shows. A change of that data
 * changes the key, so that an outdated page is never found; it is evicted as the least recently used. Concurrent
 * requests for one key share one render.
 */
export class PageCache {
  readonly #version: PageCacheOptions['version'];
  readonly #pages: Store;
  readonly #queries: Store;

  constructor({ version, render, limit = 128 * 2 ** 20 }: PageCacheOptions) {
    this.#version = version;
    this.#pages = createStore(render, Math.floor(limit * (1 - SHARE_OF_QUERIES)));
    this.#queries = createStore(render, Math.floor(limit * SHARE_OF_QUERIES));
  }

  get(page: PageAddress): MaybePromise<CachedResponse> {
    const store = page.store === 'pages' ? this.#pages : this.#queries;
    return thenSync(this.#version(page), (version) => {
      const key = `${version} ${page.address}`;
      return store.get(key) ?? fetchPage(store, key, page);
    });
  }
}

function createStore(render: PageCacheOptions['render'], maxSize: number): Store {
  return new LRUCache({
    maxSize,
    sizeCalculation: (response, key) => (isStorable(response) ? bytesOf(key, response) : NOT_STORED),
    fetchMethod: (_key, _stale, { context }) => render(context.address),
    // A render that is evicted before it ends still serves the requests that wait for it.
    ignoreFetchAbort: true,
  });
}

async function fetchPage(store: Store, key: string, page: PageAddress): Promise<CachedResponse> {
  const size = page.store === 'none' ? { size: NOT_STORED } : {};
  return (await store.fetch(key, { context: page, ...size }))!;
}

function isStorable({ status, isPrivate }: CachedResponse): boolean {
  return status === 200 && !isPrivate;
}

function bytesOf(key: string, { body, headerBytes }: CachedResponse): number {
  return FIXED_BYTES + 2 * key.length + SIZE_WITH_FORMS * (body.length + headerBytes);
}
