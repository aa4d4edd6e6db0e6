/** What is pasted, in the two forms in which programs give tables; empty where there is none. */
export interface Pasted {
  readonly text: string;
  readonly html: string;
}

const dash = /^[-－−–—―─]+$/u;

/** Whether it is a single word for the input to take at its caret, like any other text: no row, no dash, no blank. */
export function isPlainEntry({ text, html }: Pasted): boolean {
  const word = text.trim();
  return word === '' ? html.trim() === '' : !/[\s\u00a0\u3000]/u.test(word) && !dash.test(word);
}
