/** Minutes between the warning and the end of the session. */
const warning = 2;
const minute = 60_000;

/** Milliseconds between two keep-alive calls while the user works without other requests to the server. */
export const signEvery = 4 * minute;

/**
 * Detects idle users. The server ends the session according to the requests that it receives. This class sends
 * keep-alive calls while the user works, and warns before the session ends.
 */
export class IdleWatch {
  /** True while the warning is shown. */
  warned = $state(false);
  readonly #minutes: number;
  readonly #tell: () => Promise<boolean>;
  readonly #end: () => void;
  #worked = Date.now();
  #told = Date.now();
  #timer: ReturnType<typeof setInterval> | undefined;

  /**
   * @param tell keep-alive call; resolves to false if the session has ended
   * @param end called when the idle time is over
   */
  constructor(minutes: number, tell: () => Promise<boolean>, end: () => void) {
    this.#minutes = minutes;
    this.#tell = tell;
    this.#end = end;
  }

  start(): () => void {
    this.#timer = setInterval(() => this.tick(), 5_000);
    return () => clearInterval(this.#timer);
  }

  /** Records an input event. While the warning is shown, only its button counts. */
  worked(): void {
    if (!this.warned) this.#worked = Date.now();
  }

  /** Handles the button of the warning: the session continues. */
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
