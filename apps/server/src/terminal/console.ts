/** What a command prints on: the answer goes out, all else beside it. */
export interface Console {
  out(text: string): void;
  note(text: string): void;
  /** Whether what stands beside can be written over: a person watches it. */
  readonly live?: boolean;
}

export const terminal: Console = {
  out: (text) => void process.stdout.write(text),
  note: (text) => void process.stderr.write(text),
  live: process.stderr.isTTY,
};
