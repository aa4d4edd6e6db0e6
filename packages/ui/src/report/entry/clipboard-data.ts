/** The clipboard content in both formats in which programs copy tables; an absent format is the empty string. */
export interface Pasted {
  readonly text: string;
  readonly html: string;
}

const dash = /^[-－−–—―─]+$/u;

/**
 * True for a single word without white space that is no dash. The input inserts it at the caret like any other text.
 */
export function isPlainEntry({ text, html }: Pasted): boolean {
  const word = text.trim();
  return word === '' ? html.trim() === '' : !/[\s\u00a0\u3000]/u.test(word) && !dash.test(word);
}
