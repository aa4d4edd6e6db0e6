/**
 * Removes the closing notes in brackets from a label, such as 规章（设区的市填写）; a label that is entirely a note is unchanged.
 */
export function withoutNote(label: string): string {
  const text = label.trim();
  if (!/[）)]$/u.test(text)) return text;
  let depth = 0;
  for (let at = text.length - 1; at > 0; at--) {
    if (/[）)]/u.test(text[at]!)) depth++;
    else if (/[（(]/u.test(text[at]!) && --depth === 0) return withoutNote(text.slice(0, at));
  }
  return text;
}
