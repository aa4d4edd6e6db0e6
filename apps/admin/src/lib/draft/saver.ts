/** What the server made of an attempt to save. `T`: what is saved, `C`: what somebody else saved. */
export type SaveResult<C> =
  | { readonly kind: 'saved'; readonly version: number; readonly at: string }
  | { readonly kind: 'stale'; readonly theirs: C }
  /** `passing`: may go well when tried again. */
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

/** Milliseconds: the pause in the work that saves it, the longest wait while there is none, waits before retries. */
const waits = { pause: 1_200, longest: 8_000, retries: [3_000, 10_000, 30_000, 60_000] } as const;

/**
 * Saves a draft by itself: one save at a time, the newest state always, the same one again after a failure that may pass.
 * Whatever has not been saved is kept. A conflict stops it until it is settled.
 */
export class Saver<T, C> {
  readonly #options: SaverOptions<T, C>;
  #version: number;
  #state: SaveState<C>;
  /** The newest state that the server does not have. */
  #pending: { readonly value: T } | undefined;
  /**
   * A state whose save got no answer: the server may have it. It is sent again as it was before a newer one, since the
   * server answers the same save as saved, and would call another on the same version a conflict.
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

  /** True when the server has everything. */
  get done(): boolean {
    return this.#pending === undefined && this.#running === undefined;
  }

  /** Takes note of a new state, to be saved when the work pauses. */
  changed(value: T): void {
    if (!this.#pending) this.#pendingSince = Date.now();
    this.#pending = { value };
    if (this.#state.status === 'conflict') return;
    if (!this.#running) this.#set({ status: 'unsaved' });
    const waited = Date.now() - this.#pendingSince;
    this.#schedule(Math.max(0, Math.min(waits.pause, waits.longest - waited)));
  }

  /** Saves at once. True when the server has everything. */
  async saveNow(): Promise<boolean> {
    await this.#running;
    await this.#save();
    return this.done;
  }

  /** Ends a conflict: `value` goes on from the version that somebody else saved. */
  async settle(value: T, version: number): Promise<boolean> {
    this.#version = version;
    this.#pending = { value };
    this.#set({ status: 'unsaved' });
    return this.saveNow();
  }

  /** Ends a conflict by taking what somebody else saved: nothing is left to save. */
  yield(version: number, at: string): void {
    this.#version = version;
    this.#pending = undefined;
    this.#set({ status: 'saved', at });
  }

  /** Stops saving by itself. */
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
