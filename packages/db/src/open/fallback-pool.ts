import type { Pool, PoolClient } from 'pg';
import type { ReadingPool } from './public-reads.ts';
import { isUnavailable } from './unavailable.ts';

const ASK_AGAIN_MS = 1_000;

/** Reads by one pool while its server answers, else by another. A read that fails for want of the server is made again. */
export class FallbackPool implements ReadingPool {
  readonly #first: Pool;
  readonly #second: Pool;
  #away = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(first: Pool, second: Pool) {
    this.#first = first;
    this.#second = second;
  }

  readonly query = ((...given: unknown[]) =>
    this.#either((pool) => (pool.query as (...given: unknown[]) => Promise<unknown>)(...given))) as Pool['query'];

  readonly connect = (): Promise<PoolClient> => this.#either((pool) => pool.connect());

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #either<T>(ask: (pool: Pool) => Promise<T>): Promise<T> {
    if (this.#away) return ask(this.#second);
    try {
      return await ask(this.#first);
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      this.#leave();
      return ask(this.#second);
    }
  }

  /** No reader waits for the server until it has answered again. */
  #leave(): void {
    if (this.#away) return;
    this.#away = true;
    const ask = () => {
      this.#timer = setTimeout(() => {
        this.#first.query('SELECT 1').then(() => (this.#away = false), ask);
      }, ASK_AGAIN_MS);
      this.#timer.unref();
    };
    ask();
  }
}
