/** Work to time: once per call, synchronous or asynchronous. */
export type Work = () => unknown;

export type Ratio = { median: number; min: number; max: number };

export interface RatioOptions {
  /** How often each is measured. */
  readonly rounds?: number;
  /** Minimum milliseconds per side and round; more for work on a disk with varying speed. */
  readonly sample?: number;
  readonly atMost?: number;
}

const shortestSample = 20;

/**
 * Times our work and a reference alternately in one process, so that other load on the machine affects both.
 * Prints and returns the ratio of their times: below 1 ours is faster.
 *
 * A ratio above `atMost` fails the run.
 */
export async function ratio(
  name: string,
  ours: Work,
  reference: Work,
  { rounds = 15, sample = shortestSample, atMost }: RatioOptions = {},
): Promise<Ratio> {
  const [ourCalls, referenceCalls] = [await callsPerSample(ours, sample), await callsPerSample(reference, sample)];
  const samples: { ours: number; reference: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    samples.push({ ours: await time(ours, ourCalls), reference: await time(reference, referenceCalls) });
  }
  const ratios = spread(samples.map((sample) => sample.ours / sample.reference));
  const ourTime = spread(samples.map((sample) => sample.ours)).median;
  const referenceTime = spread(samples.map((sample) => sample.reference)).median;
  console.log(
    `${name}: ${ratios.median.toFixed(2)} times (${ratios.min.toFixed(2)} to ${ratios.max.toFixed(2)} in ${rounds} rounds; ` +
      `ours ${milliseconds(ourTime)}, reference ${milliseconds(referenceTime)})` +
      (atMost === undefined ? '' : verdict(ratios.median, atMost)),
  );
  return ratios;
}

/** Median, least and greatest of at least one number. */
export function spread(numbers: readonly number[]): Ratio {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (index: number) => sorted.at(index) ?? Number.NaN;
  const middle = Math.floor(sorted.length / 2);
  return {
    median: sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2,
    min: at(0),
    max: at(-1),
  };
}

/** Doubles the calls until a sample is long enough to be timed, which warms the work up as well. */
async function callsPerSample(work: Work, sample: number): Promise<number> {
  let calls = 1;
  while ((await time(work, calls)) * calls < sample) calls *= 2;
  return calls;
}

/** Milliseconds a call. */
async function time(work: Work, calls: number): Promise<number> {
  const start = performance.now();
  for (let call = 0; call < calls; call += 1) {
    const result = work();
    // Awaiting a value that is not a promise would cost more than many synchronous calls.
    if (result instanceof Promise) await result;
  }
  return (performance.now() - start) / calls;
}

/** Says whether a figure keeps its limit; where it does not, the run ends with 1. */
export function verdict(figure: number, atMost: number): string {
  if (figure <= atMost) return `, within ${atMost}`;
  process.exitCode = 1;
  return `, ABOVE ${atMost}`;
}

function milliseconds(value: number): string {
  return `${value.toPrecision(3)} ms`;
}
