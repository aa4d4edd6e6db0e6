import { networkOf } from '@gongkai/api';

const WINDOW_MS = 60_000;
/**
 * Maximum number of addresses that are counted concurrently (some megabytes). Above it, the address that was first seen
 * earliest is forgotten.
 */
const MAX_ADDRESSES = 50_000;

/** The remaining allowance of a caller, and whether the call is allowed. */
export interface Allowance {
  readonly allowed: boolean;
  /** Seconds until the next window. */
  readonly retryAfter: number;
  /** Names and values alternately. */
  readonly headers: readonly string[];
}

/**
 * Counts the calls of each address per minute, separately in each process. It prevents one caller from using a
 * process's whole capacity, but does not protect against a distributed attack.
 */
export class RateLimit {
  readonly #perMinute: number;
  readonly #most: number;
  readonly #counts = new Map<string, number>();
  #window = -1;

  constructor(perMinute: number, most = MAX_ADDRESSES) {
    this.#perMinute = perMinute;
    this.#most = most;
  }

  /** Counts a call. @param now milliseconds of any monotonic clock */
  take(address: string, now = performance.now()): Allowance {
    const window = Math.floor(now / WINDOW_MS);
    if (window !== this.#window) {
      this.#window = window;
      this.#counts.clear();
    }
    const caller = networkOf(address);
    const count = (this.#counts.get(caller) ?? 0) + 1;
    this.#counts.set(caller, count);
    if (this.#counts.size > this.#most) this.#counts.delete(this.#counts.keys().next().value!);
    const allowed = count <= this.#perMinute;
    const retryAfter = Math.max(1, Math.ceil(((window + 1) * WINDOW_MS - now) / 1_000));
    const reset = String(retryAfter);
    return {
      allowed,
      retryAfter,
      // prettier-ignore
      headers: [
        'ratelimit-limit', String(this.#perMinute),
        'ratelimit-remaining', String(Math.max(0, this.#perMinute - count)),
        'ratelimit-reset', reset,
        ...(allowed ? [] : ['retry-after', reset]),
      ],
    };
  }
}
