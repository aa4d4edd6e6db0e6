import type { MaybePromise } from '../http/response/maybe-promise.ts';

/**
 * Maximum age in milliseconds of a reading, and so the longest time until another process's publication is seen here.
 */
const MAX_AGE_MS = 1_000;
/** Maximum time in milliseconds that requests wait for a reading before the last one is used. */
const MAX_WAIT_MS = 2_000;

/**
 * The state of public data, read from the database at most once a second, and immediately after a change by this
 * process. If the database does not answer, the last reading is kept.
 */
export class PublicVersion<State> {
  readonly #read: (known: State | undefined) => Promise<State>;
  #known: State | undefined;
  #current: { readonly at: number; state: MaybePromise<State> } | undefined;
  #reading: Promise<State> | undefined;

  /** @param read receives the last reading */
  constructor(read: (known: State | undefined) => Promise<State>) {
    this.#read = read;
  }

  /** @throws only if no reading has succeeded yet */
  current(): MaybePromise<State> {
    const now = performance.now();
    if (this.#current && now - this.#current.at <= MAX_AGE_MS) return this.#current.state;
    // One query at a time, because pending queries must not exhaust the connections.
    if (this.#reading && this.#known !== undefined) return this.#known;
    const state = this.#withTimeout(this.#startReading());
    const current = (this.#current = { at: now, state: state as MaybePromise<State> });
    state.then(
      (value) => (current.state = value),
      () => this.invalidate(),
    );
    return state;
  }

  /** Called if this process may have published something: the next request must see it. */
  invalidate(): void {
    this.#current = undefined;
    this.#reading = undefined;
  }

  #startReading(): Promise<State> {
    const reading = this.#read(this.#known)
      .then((state) => {
        // A reading that was started earlier is older than the newest.
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
