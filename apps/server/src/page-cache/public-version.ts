import type { MaybePromise } from '../http/response/maybe-promise.ts';

/** How long an answer of the database holds: the longest time that another process's publication stays unseen here. */
const MAX_AGE_MS = 1_000;
/** How long readers wait for it before they are given what was public last. */
const MAX_WAIT_MS = 2_000;

/**
 * The version of all that is public, asked of the database at most once a second, and at once after a change made here.
 * A database that does not answer leaves it as it was.
 */
export class PublicVersion {
  readonly #read: () => Promise<string>;
  #known: string | undefined;
  #asked: { readonly at: number; answer: MaybePromise<string> } | undefined;
  #reading: Promise<string> | undefined;

  constructor(read: () => Promise<string>) {
    this.#read = read;
  }

  /** @throws only where it was never known */
  current(): MaybePromise<string> {
    const now = performance.now();
    if (this.#asked && now - this.#asked.at <= MAX_AGE_MS) return this.#asked.answer;
    // One question at a time: those that are not answered must not use up the connections.
    if (this.#reading && this.#known !== undefined) return this.#known;
    const answer = this.#patiently(this.#ask());
    const asked = (this.#asked = { at: now, answer: answer as MaybePromise<string> });
    answer.then(
      (version) => (asked.answer = version),
      () => this.invalidate(),
    );
    return answer;
  }

  /** Something may have been published here: who reads next must see it. */
  invalidate(): void {
    this.#asked = undefined;
    this.#reading = undefined;
  }

  #ask(): Promise<string> {
    const reading = this.#read()
      .then((version) => {
        // An answer to an older question says less than the newest.
        if (this.#reading === reading) this.#known = version;
        return version;
      })
      .finally(() => {
        if (this.#reading === reading) this.#reading = undefined;
      });
    this.#reading = reading;
    return reading;
  }

  async #patiently(reading: Promise<string>): Promise<string> {
    if (this.#known === undefined) return reading;
    const known = this.#known;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve(known), MAX_WAIT_MS);
    });
    return Promise.race([reading.catch(() => known), late]).finally(() => clearTimeout(timer));
  }
}
