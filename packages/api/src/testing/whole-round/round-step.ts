/** One act of the round. It is known to have been done by what is stored alone, so that the round goes on after a break. */
export interface RoundStep {
  readonly name: string;
  /** When it is done, for the clock. */
  readonly at: string;
  done(): Promise<boolean>;
  act(): Promise<unknown>;
}
