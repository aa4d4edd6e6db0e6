/** A part of a text, with a flag that tells whether it matches a term. */
export interface TextPart {
  readonly text: string;
  readonly hit: boolean;
}

/** Splits a text into parts that match one of the terms and parts that do not. Letter case is ignored. */
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
