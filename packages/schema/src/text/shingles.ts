import { withoutBlanks } from './passages.ts';

const length = 8;
/** Fewer runs than this say nothing of copying. */
const fewest = 50;

/** Runs of 8 characters of a text, digits and punctuation apart: figures change where a text is copied. */
export function shinglesOf(text: string): ReadonlySet<string> {
  const letters = [...withoutBlanks(text).replace(/[\d\p{P}]/gu, '')];
  return new Set(letters.slice(length - 1).map((_, at) => letters.slice(at, at + length).join('')));
}

/** Share of the first text's runs that stand in the second too; 0 where the text is too short to tell. */
export function shareIn(own: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (own.size < fewest) return 0;
  return [...own].filter((shingle) => other.has(shingle)).length / own.size;
}
