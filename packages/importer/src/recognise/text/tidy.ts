const han = String.raw`\p{Script=Han}`;
/** Chinese punctuation, including full-width forms. */
const stops = String.raw`，。；：、？！“”‘’（）《》〈〉【】〔〕…—`;
const between = new RegExp(`(?<=[${han}${stops}])[^\\S\\n]+(?=[${han}${stops}])`, 'gu');
const aroundDigits = new RegExp(
  `(?<=[${han}${stops}])[^\\S\\n]+(?=\\d)|(?<=\\d)[^\\S\\n]+(?=[${han}${stops}%％])`,
  'gu',
);

/**
 * Joins letters that were spaced out to fill a line: there is no blank between Chinese characters or next to their
 * punctuation.
 */
export function tidyLetters(text: string): string {
  return text.replace(between, '');
}

/** Restores the original text of a printed page: also removes blanks between Chinese characters and digits. */
export function tidy(text: string): string {
  return tidyLetters(text).replace(aroundDigits, '');
}
