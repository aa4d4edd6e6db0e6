import type { Console } from './console.ts';
import { padTo, widthOf } from './width.ts';

const LIVE_MS = 100;
const LOGGED_MS = 5_000;

/** Reports the progress of long work: on a terminal in one line that is overwritten, in a log with occasional lines. */
export class Progress {
  readonly #console: Console;
  readonly #now: () => number;
  #last = -Infinity;
  #width = 0;

  constructor(console: Console, now: () => number = () => performance.now()) {
    this.#console = console;
    this.#now = now;
  }

  say(text: string): void {
    const now = this.#now();
    if (now - this.#last < (this.#console.live ? LIVE_MS : LOGGED_MS)) return;
    this.#last = now;
    if (!this.#console.live) return this.#console.note(`${text}\n`);
    this.#console.note(`\r${padTo(text, this.#width)}`);
    this.#width = widthOf(text);
  }

  /** Clears the line, so that the following output begins on an empty line. */
  end(): void {
    if (this.#width > 0) this.#console.note(`\r${' '.repeat(this.#width)}\r`);
    this.#width = 0;
  }
}
