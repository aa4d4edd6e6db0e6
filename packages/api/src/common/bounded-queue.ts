import { ApiError } from './errors.ts';

export interface BoundedQueueOptions {
  /** Number of jobs that run concurrently. */
  readonly concurrency: number;
  /** Number of jobs that may wait; further ones are refused immediately. */
  readonly capacity: number;
  /** Milliseconds that a job may wait before it is refused. */
  readonly timeoutMs: number;
  /**
   * Pause after each job, as a multiple of its duration: if all share one connection, other work proceeds during the
   * pause.
   */
  readonly rest: number;
  /** Message of the error for a refused job. */
  readonly message: string;
}

const MAX_REST_MS = 1_000;

/** Runs expensive jobs a few at a time, so that any number of them leaves most of the database to other work. */
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

  /** Gives a free place to the job that has waited longest. */
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
