import { withoutBlanks } from './passages.ts';

const RUN_LENGTH = 8;
/** Fewer runs than this say nothing of copying. */
export const MIN_RUNS = 50;

/** What of a text is compared: digits, punctuation and blanks apart, because figures change where a text is copied. */
export function lettersOf(text: string): string {
  return withoutBlanks(text).replace(/[\d\p{P}]/gu, '');
}

/** Runs of 8 characters of such letters. */
export function shinglesOf(letters: string): ReadonlySet<string> {
  return new Set(runsOf(letters));
}

/** Share of a text's runs that stand in other letters too; 0 where the text is too short to tell. */
export function shareIn(own: ReadonlySet<string>, letters: string): number {
  if (own.size < MIN_RUNS) return 0;
  const shared = new Set<string>();
  for (const run of runsOf(letters)) if (own.has(run)) shared.add(run);
  return shared.size / own.size;
}

/** Bits of a fingerprint: 8 kB for each section of a report. */
const FINGERPRINT_BITS = 1 << 16;
/** Multiplier of the rolling hash, and its power for the letter that leaves a run. */
const FACTOR = 31;
const LEAVING_FACTOR = Array.from({ length: RUN_LENGTH }).reduce((power: number) => Math.imul(power, FACTOR), 1);

/** Calls back with the hash bit of each run, in order, until the callback returns false. */
function eachBit(letters: string, visit: (bit: number) => boolean): void {
  let hash = 0;
  for (let at = 0; at < letters.length; at++) {
    hash = (Math.imul(hash, FACTOR) + letters.charCodeAt(at)) | 0;
    if (at >= RUN_LENGTH) hash = (hash - Math.imul(letters.charCodeAt(at - RUN_LENGTH), LEAVING_FACTOR)) | 0;
    // The upper half is mixed in: close letters differ in the lower bits alone.
    if (at >= RUN_LENGTH - 1 && !visit((hash ^ (hash >>> 16)) & (FINGERPRINT_BITS - 1))) return;
  }
}

/** The hash bits of all runs of letters. A run whose bit is not set is not among them. */
export function fingerprint(letters: string): Uint8Array {
  const bits = new Uint8Array(FINGERPRINT_BITS / 8);
  eachBit(letters, (bit) => {
    bits[bit >> 3]! |= 1 << (bit & 7);
    return true;
  });
  return bits;
}

/**
 * Whether at most that share of the runs can stand in the other letters, by their fingerprint: far quicker than to
 * compare the runs. False says nothing.
 */
export function isCertainlyBelow(share: number, letters: string, other: Uint8Array): boolean {
  const missing = new Uint8Array(FINGERPRINT_BITS / 8);
  const enough = Math.max(0, letters.length - RUN_LENGTH + 1) * (1 - share);
  let count = 0;
  eachBit(letters, (bit) => {
    const [index, mask] = [bit >> 3, 1 << (bit & 7)];
    // Runs of different bits are different runs, so that each is counted once.
    if (((other[index]! | missing[index]!) & mask) === 0) {
      missing[index]! |= mask;
      count++;
    }
    return count <= enough;
  });
  return count > enough;
}

function* runsOf(letters: string): Generator<string> {
  for (let at = 0; at + RUN_LENGTH <= letters.length; at++) yield letters.slice(at, at + RUN_LENGTH);
}
