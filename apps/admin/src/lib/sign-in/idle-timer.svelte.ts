/** Minutes before the session ends at which a warning comes. */
const warning = 2;
const minute = 60_000;

/** Milliseconds between two signs of life sent to the server while somebody works without asking it anything. */
export const signEvery = 4 * minute;

/**
 * Watches whether somebody works. The server ends the session by what it hears; this tells it that somebody is there,
 * and warns in time.
 */
export class IdleWatch {
  /** Whether the session is about to end. */
  warned = $state(false);
  readonly #minutes: number;
  readonly #tell: () => Promise<boolean>;
  readonly #end: () => void;
  #worked = Date.now();
  #told = Date.now();
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param tell tells the server; false where the session has ended @param end called when time is up */
  constructor(minutes: number, tell: () => Promise<boolean>, end: () => void) {
    this.#minutes = minutes;
    this.#tell = tell;
    this.#end = end;
  }

  start(): () => void {
    this.#timer = setInterval(() => this.tick(), 5_000);
    return () => clearInterval(this.#timer);
  }

  /** Somebody typed, clicked or scrolled. Once warned, only the answer counts. */
  worked(): void {
    if (!this.warned) this.#worked = Date.now();
  }

  /** The warning is answered: the work goes on. */
  async goOn(): Promise<void> {
    this.warned = false;
    this.#worked = Date.now();
    await this.#sign();
  }

  tick(now = Date.now()): void {
    const idle = now - this.#worked;
    if (idle >= this.#minutes * minute) {
      this.warned = false;
      clearInterval(this.#timer);
      this.#end();
    } else if (idle >= Math.max(0, this.#minutes - warning) * minute) this.warned = true;
    else if (this.#worked > this.#told && now - this.#told >= Math.min(signEvery, (this.#minutes * minute) / 4))
      void this.#sign();
  }

  async #sign(): Promise<void> {
    this.#told = Date.now();
    if (!(await this.#tell())) this.#end();
  }
}
