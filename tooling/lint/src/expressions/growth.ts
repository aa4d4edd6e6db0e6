import { attacksOn } from './attacks.ts';

/** Characters of the first, quick look, and the milliseconds that no linear expression takes for them. */
const quick = { length: 1_600, milliseconds: 0.5 };
/** So many of the slowest texts are looked at closely. */
const looked = 4;
/** Four times the text in at most so many times the time; a quadratic expression takes sixteen times. */
const mostGrowth = 9;

/** What makes an expression take more than its share of time. */
export interface Slow {
  /** Beginning of the text. */
  readonly text: string;
  /** Milliseconds for the text, and for one four times as long. */
  readonly once: number;
  readonly fourfold: number;
}

/** Looks for a text over which an expression's time grows faster than the text. */
export function findSlowText(source: string, flags: string): Slow | undefined {
  const expression = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
  const texts = [...attacksOn(source, quick.length)].map((text, at) => ({ text, at, time: timeOf(expression, text) }));
  const slowest = texts
    .filter(({ time }) => time > quick.milliseconds)
    .sort((a, b) => b.time - a.time)
    .slice(0, looked);
  if (slowest.length === 0) return undefined;
  const longer = [...attacksOn(source, quick.length * 4)];
  for (const { text, at } of slowest) {
    // Whatever else the machine does only adds: the shortest of some runs counts.
    const once = best(expression, text);
    if (once < quick.milliseconds / 2) continue;
    const fourfold = best(expression, longer[at]!);
    if (fourfold / once <= mostGrowth) continue;
    // A bounded repetition grows so only until it is full.
    const sixteenfold = best(expression, nth(attacksOn(source, quick.length * 16), at));
    if (sixteenfold / fourfold > mostGrowth) return { text: text.slice(0, 40), once, fourfold };
  }
  return undefined;
}

function timeOf(expression: RegExp, text: string): number {
  const start = performance.now();
  text.replace(expression, '');
  return performance.now() - start;
}

function best(expression: RegExp, text: string): number {
  const first = timeOf(expression, text);
  return first > 50 ? first : Math.min(first, timeOf(expression, text), timeOf(expression, text));
}

function nth<T>(values: Iterable<T>, position: number): T {
  let at = 0;
  for (const value of values) if (at++ === position) return value;
  throw new RangeError(`no value at ${position}`);
}
