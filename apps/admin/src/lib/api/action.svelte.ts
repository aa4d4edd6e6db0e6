import { type Failure, toFailure, reportFailure } from './failure.ts';

/** Something that a person asks the server to do: one at a time, with what came of it. */
export class Action {
  busy = $state(false);
  failure: Failure | undefined = $state.raw();

  /** @returns whether it was done */
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
