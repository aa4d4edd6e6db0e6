import { attacksOn } from './attacks.ts';

/** Length of the texts of the first, quick measurement, and a time in milliseconds that no linear expression needs. */
const quick = { length: 1_600, milliseconds: 0.5 };
/** Number of the slowest texts that are measured closely. */
const looked = 4;
/** A text of four times the length may take at most this many times as long; a quadratic one takes sixteen times. */
const mostGrowth = 9;

/** A text over which an expression takes more than linear time. */
export interface Slow {
  /** Beginning of the text. */
  readonly text: string;
  /** Milliseconds for the text, and for one four times as long. */
  readonly once: number;
  readonly fourfold: number;
}

/** Searches for a text over which the time of an expression grows faster than the text. */
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
    // Other load on the machine only adds time, so the shortest of several runs counts.
    const once = best(expression, text);
    if (once < quick.milliseconds / 2) continue;
    const fourfold = best(expression, longer[at]!);
    if (fourfold / once <= mostGrowth) continue;
    // A bounded repetition grows only up to its bound.
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
