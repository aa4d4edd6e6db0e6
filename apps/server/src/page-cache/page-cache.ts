import type { CachedResponse } from '../http/response/cached-response.ts';
import { thenSync, type MaybePromise } from '../http/response/maybe-promise.ts';
import { ByteLru } from './byte-lru.ts';
import type { PageAddress } from './page-address.ts';

/** Compressed forms take about a quarter of a page each; all that are short are kept as text beside their bytes. */
const SIZE_WITH_FORMS = 3;
/** Of an entry and of the objects in it, however little it holds: measured, rounded up. */
const FIXED_BYTES = 2_048;
/** Readers' own words and numbers make addresses without end: together they get so much of the room. */
const SHARE_OF_QUERIES = 1 / 5;

export interface PageCacheOptions {
  /** Names the state of all that is public: pages drawn in another state are not given out any more. */
  readonly version: () => MaybePromise<string>;
  /** Draws a page anew, by its whole address. */
  readonly render: (address: string) => Promise<CachedResponse>;
  /** Room for pages in bytes. */
  readonly limit?: number;
}

/**
 * Drawn public pages, as long as nothing public changes. Readers who ask at the same time for a page that is not there
 * wait for one and the same drawing.
 */
export class PageCache {
  readonly #options: PageCacheOptions;
  readonly #kept: Readonly<Record<Exclude<PageAddress['kept'], 'nowhere'>, ByteLru<CachedResponse>>>;
  readonly #underWay = new Map<string, Promise<CachedResponse>>();
  #version: string | undefined;

  constructor(options: PageCacheOptions) {
    this.#options = options;
    const limit = options.limit ?? 128 * 2 ** 20;
    this.#kept = {
      pages: new ByteLru(limit * (1 - SHARE_OF_QUERIES)),
      queries: new ByteLru(limit * SHARE_OF_QUERIES),
    };
  }

  get({ address, kept }: PageAddress): MaybePromise<CachedResponse> {
    return thenSync(this.#options.version(), (version) => {
      if (version !== this.#version) {
        this.#version = version;
        for (const lru of Object.values(this.#kept)) lru.clear();
        this.#underWay.clear();
      }
      const known = kept === 'nowhere' ? undefined : this.#kept[kept].get(address);
      return known ?? this.#underWay.get(address) ?? this.#draw({ address, kept }, version);
    });
  }

  #draw({ address, kept }: PageAddress, version: string): Promise<CachedResponse> {
    const drawing = this.#options
      .render(address)
      .then((page) => {
        // Drawn of an older state, it may be given to who asked for it then, but to nobody later.
        if (kept !== 'nowhere' && version === this.#version && page.status === 200 && !page.isPrivate)
          this.#kept[kept].set(address, page, bytesOf(address, page));
        return page;
      })
      .finally(() => {
        if (this.#underWay.get(address) === drawing) this.#underWay.delete(address);
      });
    this.#underWay.set(address, drawing);
    return drawing;
  }
}

function bytesOf(address: string, { body, headerBytes }: CachedResponse): number {
  return FIXED_BYTES + 2 * address.length + SIZE_WITH_FORMS * (body.length + headerBytes);
}
