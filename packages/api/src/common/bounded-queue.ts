import { ApiError } from './errors.ts';

export interface BoundedQueueOptions {
  /** How many run at once. */
  readonly concurrency: number;
  /** How many may wait; those beyond are refused at once. */
  readonly capacity: number;
  /** How long one may wait before it is refused. */
  readonly timeoutMs: number;
  /**
   * How long the next one is kept waiting after each, in times of what that took: where all share one connection, what
   * others do goes on in between.
   */
  readonly rest: number;
  /** What those that are refused are told. */
  readonly message: string;
}

const MAX_REST_MS = 1_000;

/** Runs dear work a few at a time, so that however much of it is asked for, most of the database is left to others. */
export class BoundedQueue {
  readonly #options: BoundedQueueOptions;
  readonly #waiting = new Set<() => void>();
  #running = 0;

  constructor(options: BoundedQueueOptions) {
    this.#options = options;
  }

  /** @throws {ApiError} busy */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#options.concurrency) await this.#turn();
    else this.#running += 1;
    const start = performance.now();
    try {
      return await work();
    } finally {
      const rest = Math.min(MAX_REST_MS, this.#options.rest * (performance.now() - start));
      if (rest > 0) setTimeout(() => this.#passOn(), rest);
      else this.#passOn();
    }
  }

  /** A place that is free goes to who waits longest. */
  #passOn(): void {
    const [next] = this.#waiting;
    if (next) next();
    else this.#running -= 1;
  }

  #turn(): Promise<void> {
    const { capacity, timeoutMs, message } = this.#options;
    if (this.#waiting.size >= capacity) throw new ApiError('busy', message);
    return new Promise((resolve, reject) => {
      const start = () => {
        clearTimeout(late);
        this.#waiting.delete(start);
        resolve();
      };
      const late = setTimeout(() => {
        this.#waiting.delete(start);
        reject(new ApiError('busy', message));
      }, timeoutMs);
      this.#waiting.add(start);
    });
  }
}
