/** The output streams of a command: `out` for the result, `note` for everything else. */
export interface Console {
  out(text: string): void;
  note(text: string): void;
  /** True if `note` writes to a terminal, so that a line can be overwritten. */
  readonly live?: boolean;
}

export const terminal: Console = {
  out: (text) => void process.stdout.write(text),
  note: (text) => void process.stderr.write(text),
  live: process.stderr.isTTY,
};
