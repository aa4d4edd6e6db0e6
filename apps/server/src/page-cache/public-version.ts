import type { Soon } from '../http/soon.ts';

/** How long an answer of the database holds: the longest time that another process's publication stays unseen here. */
const HOLDS_MS = 1_000;

/** The version of all that is public, asked of the database at most once a second, and at once after a change made here. */
export class PublicVersion {
  readonly #read: () => Promise<string>;
  #asked: { readonly at: number; answer: Soon<string> } | undefined;

  constructor(read: () => Promise<string>) {
    this.#read = read;
  }

  current(): Soon<string> {
    const now = performance.now();
    if (this.#asked && now - this.#asked.at <= HOLDS_MS) return this.#asked.answer;
    const answer = this.#read();
    const asked = (this.#asked = { at: now, answer: answer as Soon<string> });
    answer.then(
      (version) => (asked.answer = version),
      () => this.outdate(),
    );
    return answer;
  }

  /** Something may have been published here: who reads next must see it. */
  outdate(): void {
    this.#asked = undefined;
  }
}
