import { withoutBlanks } from './passages.ts';

const length = 8;
/** Fewer runs than this say nothing of copying. */
export const fewest = 50;

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
  if (own.size < fewest) return 0;
  const shared = new Set<string>();
  for (const run of runsOf(letters)) if (own.has(run)) shared.add(run);
  return shared.size / own.size;
}

function* runsOf(letters: string): Generator<string> {
  for (let at = 0; at + length <= letters.length; at++) yield letters.slice(at, at + length);
}
