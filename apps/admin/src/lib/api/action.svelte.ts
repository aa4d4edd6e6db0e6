import { type Failure, toFailure, reportFailure } from './failure.ts';

/** A mutation requested by the user. Only one call runs at a time, and its failure is stored. */
export class Action {
  busy = $state(false);
  failure: Failure | undefined = $state.raw();

  /** @returns true if the action succeeded */
  async run(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.failure = undefined;
    try {
      await work();
      return true;
    } catch (error) {
      this.failure = toFailure(error);
      reportFailure(this.failure);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
