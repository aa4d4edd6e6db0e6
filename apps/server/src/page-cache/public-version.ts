import type { MaybePromise } from '../http/response/maybe-promise.ts';

/** How long a reading is used: the longest time that another process's publication stays unseen here. */
const MAX_AGE_MS = 1_000;
/** How long requests wait for a reading before they are served by the last one. */
const MAX_WAIT_MS = 2_000;

/**
 * The state of public data, read from the database at most once a second, and immediately after a change by this process.
 * Where the database does not answer, the last reading stays.
 */
export class PublicVersion<State> {
  readonly #read: (known: State | undefined) => Promise<State>;
  #known: State | undefined;
  #current: { readonly at: number; state: MaybePromise<State> } | undefined;
  #reading: Promise<State> | undefined;

  /** @param read given what was read last */
  constructor(read: (known: State | undefined) => Promise<State>) {
    this.#read = read;
  }

  /** @throws only where no reading has succeeded yet */
  current(): MaybePromise<State> {
    const now = performance.now();
    if (this.#current && now - this.#current.at <= MAX_AGE_MS) return this.#current.state;
    // One query at a time: those without an answer must not use up the connections.
    if (this.#reading && this.#known !== undefined) return this.#known;
    const state = this.#withTimeout(this.#startReading());
    const current = (this.#current = { at: now, state: state as MaybePromise<State> });
    state.then(
      (value) => (current.state = value),
      () => this.invalidate(),
    );
    return state;
  }

  /** Something may have been published by this process: the next request must see it. */
  invalidate(): void {
    this.#current = undefined;
    this.#reading = undefined;
  }

  #startReading(): Promise<State> {
    const reading = this.#read(this.#known)
      .then((state) => {
        // A reading that was started earlier knows less than the newest.
        if (this.#reading === reading) this.#known = state;
        return state;
      })
      .finally(() => {
        if (this.#reading === reading) this.#reading = undefined;
      });
    this.#reading = reading;
    return reading;
  }

  async #withTimeout(reading: Promise<State>): Promise<State> {
    if (this.#known === undefined) return reading;
    const known = this.#known;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<State>((resolve) => {
      timer = setTimeout(() => resolve(known), MAX_WAIT_MS);
    });
    return Promise.race([reading.catch(() => known), late]).finally(() => clearTimeout(timer));
  }
}
