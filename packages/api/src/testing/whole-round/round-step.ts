/**
 * One step of the round. Stored data alone shows whether it is done, so that the round can continue after an
 * interruption.
 */
export interface RoundStep {
  readonly name: string;
  /** Moment of the step, for the clock. */
  readonly at: string;
  done(): Promise<boolean>;
  act(): Promise<unknown>;
}
