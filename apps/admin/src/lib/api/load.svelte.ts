import { type Failure, toFailure, reportFailure } from './failure.ts';

/** The state of data that is loaded after the page has been rendered. */
export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: Failure };

/** Loads immediately; `retry` loads again. */
export class Load<T> {
  readonly #ask: () => Promise<T>;
  #current: Loaded<T> = $state.raw({ state: 'loading' });

  constructor(ask: () => Promise<T>) {
    this.#ask = ask;
    void this.retry();
  }

  get current(): Loaded<T> {
    return this.#current;
  }

  readonly retry = async (): Promise<void> => {
    this.#current = { state: 'loading' };
    try {
      this.#current = { state: 'ready', value: await this.#ask() };
    } catch (error) {
      const failure = toFailure(error);
      reportFailure(failure);
      this.#current = { state: 'failed', failure };
    }
  };
}
