const han = String.raw`\p{Script=Han}`;
/** Chinese punctuation, full-width forms included. */
const stops = String.raw`，。；：、？！“”‘’（）《》〈〉【】〔〕…—`;
const between = new RegExp(`(?<=[${han}${stops}])[^\\S\\n]+(?=[${han}${stops}])`, 'gu');
const aroundDigits = new RegExp(
  `(?<=[${han}${stops}])[^\\S\\n]+(?=\\d)|(?<=\\d)[^\\S\\n]+(?=[${han}${stops}%％])`,
  'gu',
);

/** Letters that were set apart to fill a line: no blank stands between Chinese characters or beside their punctuation. */
export function tidyLetters(text: string): string {
  return text.replace(between, '');
}

/** Text of a printed page as it was written: no blank between Chinese characters and digits either. */
export function tidy(text: string): string {
  return tidyLetters(text).replace(aroundDigits, '');
}
