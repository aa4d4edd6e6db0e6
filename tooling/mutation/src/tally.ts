/** Changes by what became of them. */
export interface Counts {
  /** A test failed. */
  readonly killed: number;
  /** The tests no longer ended. */
  readonly timedOut: number;
  readonly survived: number;
  /** No test ran the line. */
  readonly uncovered: number;
}

export interface Tally extends Counts {
  /** Per cent of the changes that the tests noticed. */
  readonly score: number;
}

/** Counts with their score. */
export function tallyOf(counts: Counts): Tally {
  const { killed, timedOut, survived, uncovered } = counts;
  const noticed = killed + timedOut;
  const all = noticed + survived + uncovered;
  return { ...counts, score: all === 0 ? 100 : (100 * noticed) / all };
}

/** All parts together. */
export function total(tallies: readonly Counts[]): Tally {
  const sum = (key: keyof Counts) => tallies.reduce((all, counts) => all + counts[key], 0);
  return tallyOf({
    killed: sum('killed'),
    timedOut: sum('timedOut'),
    survived: sum('survived'),
    uncovered: sum('uncovered'),
  });
}
