import { attacksOn } from './attacks.ts';

/** Characters of the first, quick look, and the milliseconds that no linear expression takes for them. */
const quick = { length: 3_000, milliseconds: 1.5 };
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
  let number = 0;
  for (const text of attacksOn(source, quick.length)) {
    const at = number++;
    if (timeOf(expression, text) < quick.milliseconds) continue;
    const longer = nth(attacksOn(source, quick.length * 4), at);
    // Whatever else the machine does only adds: the shortest of some runs counts.
    const once = best(expression, text);
    if (once < quick.milliseconds / 2) continue;
    const fourfold = best(expression, longer);
    if (fourfold / once > mostGrowth) return { text: text.slice(0, 40), once, fourfold };
  }
  return undefined;
}

function timeOf(expression: RegExp, text: string): number {
  const start = performance.now();
  text.replace(expression, '');
  return performance.now() - start;
}

function best(expression: RegExp, text: string): number {
  return Math.min(...Array.from({ length: 3 }, () => timeOf(expression, text)));
}

function nth<T>(values: Iterable<T>, position: number): T {
  let at = 0;
  for (const value of values) if (at++ === position) return value;
  throw new RangeError(`no value at ${position}`);
}
