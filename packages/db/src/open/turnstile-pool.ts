import type { Pool, PoolClient } from 'pg';
import type { ReadingPool } from './public-reads.ts';

/**
 * Admits readers to a pool one at a time. If the pool has a single connection, other work waits for at most one read,
 * regardless of the number of readers.
 */
export class TurnstilePool implements ReadingPool {
  readonly #pool: Pool;
  #last: Promise<void> = Promise.resolve();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  readonly query = (async (...given: unknown[]) => {
    const leave = await this.#enter();
    try {
      return await (this.#pool.query as (...given: unknown[]) => Promise<unknown>)(...given);
    } finally {
      leave();
    }
  }) as Pool['query'];

  readonly connect = async (): Promise<PoolClient> => {
    const leave = await this.#enter();
    try {
      const client = await this.#pool.connect();
      const release = client.release.bind(client);
      client.release = (error) => {
        release(error);
        leave();
      };
      return client;
    } catch (error) {
      leave();
      throw error;
    }
  };

  /** Waits for its turn. @returns a function that ends the turn */
  async #enter(): Promise<() => void> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    await before;
    return resolve;
  }
}
