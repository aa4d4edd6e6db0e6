import type { Pool, PoolClient } from 'pg';
import type { ReadingPool } from './public-reads.ts';
import { isUnavailable } from './unavailable.ts';

const ASK_AGAIN_MS = 1_000;

/**
 * Reads from one pool while its server answers, else from another. A read that fails because the server is unavailable
 * is repeated.
 */
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

  /** Stops using the server until it has answered again, so that no reader waits for it. */
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
