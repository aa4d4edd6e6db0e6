/** The result of an attempt to save. `T`: the saved content; `C`: the content that another user saved. */
export type SaveResult<C> =
  | { readonly kind: 'saved'; readonly version: number; readonly at: string }
  | { readonly kind: 'stale'; readonly theirs: C }
  /** `passing`: true if a retry may succeed. */
  | { readonly kind: 'failed'; readonly message: string; readonly passing: boolean };

export type SaveState<C> =
  | { readonly status: 'saved'; readonly at: string }
  | { readonly status: 'unsaved' }
  | { readonly status: 'saving' }
  | { readonly status: 'failed'; readonly message: string; readonly passing: boolean }
  | { readonly status: 'conflict'; readonly theirs: C };

export interface SaverOptions<T, C> {
  readonly version: number;
  readonly at: string;
  readonly send: (value: T, version: number) => Promise<SaveResult<C>>;
  readonly notify: (state: SaveState<C>) => void;
}

/**
 * Milliseconds: the pause in typing after which a change is saved, the longest wait without a pause, the waits before
 * retries.
 */
const waits = { pause: 1_200, longest: 8_000, retries: [3_000, 10_000, 30_000, 60_000] } as const;

/**
 * Saves a draft automatically: one save at a time, always the newest state, with retries after a transient failure.
 * Unsaved changes are kept. A conflict stops saving until it is resolved.
 */
export class Saver<T, C> {
  readonly #options: SaverOptions<T, C>;
  #version: number;
  #state: SaveState<C>;
  /** The newest state that is not yet saved. */
  #pending: { readonly value: T } | undefined;
  /**
   * A state for which the server did not respond, so that the server may have saved it. It is sent again unchanged
   * before a newer state, because the server accepts a repeated save but reports a different one for the same version
   * as a conflict.
   */
  #unconfirmed: { readonly value: T } | undefined;
  #pendingSince = 0;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  constructor(options: SaverOptions<T, C>) {
    this.#options = options;
    this.#version = options.version;
    this.#state = { status: 'saved', at: options.at };
  }

  get version(): number {
    return this.#version;
  }

  /** True if the server has the newest state. */
  get done(): boolean {
    return this.#pending === undefined && this.#running === undefined;
  }

  /** Records a new state, which is saved when the typing pauses. */
  changed(value: T): void {
    if (!this.#pending) this.#pendingSince = Date.now();
    this.#pending = { value };
    if (this.#state.status === 'conflict') return;
    if (!this.#running) this.#set({ status: 'unsaved' });
    const waited = Date.now() - this.#pendingSince;
    this.#schedule(Math.max(0, Math.min(waits.pause, waits.longest - waited)));
  }

  /** Saves immediately. Returns true if the server has the newest state. */
  async saveNow(): Promise<boolean> {
    await this.#running;
    await this.#save();
    return this.done;
  }

  /** Resolves a conflict by saving `value` on top of the version that another user saved. */
  async settle(value: T, version: number): Promise<boolean> {
    this.#version = version;
    this.#pending = { value };
    this.#set({ status: 'unsaved' });
    return this.saveNow();
  }

  /** Resolves a conflict by accepting the version that another user saved; nothing remains to be saved. */
  yield(version: number, at: string): void {
    this.#version = version;
    this.#pending = undefined;
    this.#set({ status: 'saved', at });
  }

  /** Stops the automatic saving. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #schedule(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), wait);
  }

  #save(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#running || !this.#pending || this.#state.status === 'conflict') return this.#running ?? Promise.resolve();
    this.#running = this.#attempt(this.#pending).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #attempt(pending: { readonly value: T }): Promise<void> {
    this.#set({ status: 'saving' });
    const sent = this.#unconfirmed ?? pending;
    const answer = await this.#options.send(sent.value, this.#version);
    this.#unconfirmed = answer.kind === 'failed' && answer.passing ? sent : undefined;
    if (answer.kind === 'saved') {
      this.#version = answer.version;
      this.#failures = 0;
      if (sent !== pending) return this.#attempt(this.#pending ?? pending);
      if (this.#pending === pending) {
        this.#pending = undefined;
        this.#set({ status: 'saved', at: answer.at });
      } else {
        this.#pendingSince = Date.now();
        this.#set({ status: 'unsaved' });
        this.#schedule(waits.pause);
      }
    } else if (answer.kind === 'stale') {
      clearTimeout(this.#timer);
      this.#set({ status: 'conflict', theirs: answer.theirs });
    } else {
      const { message, passing } = answer;
      this.#set({ status: 'failed', message, passing });
      if (passing) this.#schedule(waits.retries[Math.min(this.#failures++, waits.retries.length - 1)]!);
    }
  }

  #set(state: SaveState<C>): void {
    this.#state = state;
    this.#options.notify(state);
  }
}
