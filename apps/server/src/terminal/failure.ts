/** Exit codes of commands; `gongkai --help` describes them. */
export const exitCodes = { ok: 0, failed: 1, blocked: 1, usage: 2, unreadable: 2 } as const;

/** Ends the command with a one-line message for the user. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.failed) {
    super(message);
    this.exitCode = exitCode;
  }
}
