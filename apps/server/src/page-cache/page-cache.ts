import type { Resource } from '../http/resource.ts';
import { soon, type Soon } from '../http/soon.ts';
import { ByteLru } from './byte-lru.ts';

/** Compressed forms take about a quarter of a page each; all that are short are kept as text beside their bytes. */
const SIZE_WITH_FORMS = 3;

export interface PageCacheOptions {
  /** Names the state of all that is public: pages drawn in another state are not given out any more. */
  readonly version: () => Soon<string>;
  /** Draws a page anew. */
  readonly render: (key: string) => Promise<Resource>;
  /** Room for pages in bytes. */
  readonly limit?: number;
}

/**
 * Drawn public pages, as long as nothing public changes. Readers who ask at the same time for a page that is not there
 * wait for one and the same drawing.
 */
export class PageCache {
  readonly #options: PageCacheOptions;
  readonly #pages: ByteLru<Resource>;
  readonly #underWay = new Map<string, Promise<Resource>>();
  #version: string | undefined;

  constructor(options: PageCacheOptions) {
    this.#options = options;
    this.#pages = new ByteLru(options.limit ?? 128 * 2 ** 20);
  }

  get(key: string): Soon<Resource> {
    return soon(this.#options.version(), (version) => {
      if (version !== this.#version) {
        this.#version = version;
        this.#pages.clear();
        this.#underWay.clear();
      }
      return this.#pages.get(key) ?? this.#underWay.get(key) ?? this.#draw(key, version);
    });
  }

  #draw(key: string, version: string): Promise<Resource> {
    const drawing = this.#options
      .render(key)
      .then((page) => {
        // Drawn of an older state, it may be given to who asked for it then, but to nobody later.
        if (version === this.#version && page.status < 500 && !page.isPrivate)
          this.#pages.set(key, page, page.body.length * SIZE_WITH_FORMS);
        return page;
      })
      .finally(() => {
        if (this.#underWay.get(key) === drawing) this.#underWay.delete(key);
      });
    this.#underWay.set(key, drawing);
    return drawing;
  }
}
