/** A run of text, and whether it is what was looked for. */
export interface TextPart {
  readonly text: string;
  readonly hit: boolean;
}

/** Splits a text into runs that match one of the terms and runs between them; letter case does not count. */
export function highlight(text: string, terms: readonly string[]): TextPart[] {
  const alternatives = terms
    .filter((term) => term !== '')
    .toSorted((a, b) => b.length - a.length)
    .map((term) => RegExp.escape(term));
  if (alternatives.length === 0) return [{ text, hit: false }];
  return text
    .split(new RegExp(`(${alternatives.join('|')})`, 'giu'))
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
