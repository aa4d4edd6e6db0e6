/** Number of characters before the found word, and in total. */
const shown = { before: 20, length: 100 } as const;

/** Returns the part of a paragraph around its first matching word, with … at each cut. */
export function snippetOf(paragraph: string, words: readonly string[]): string {
  const characters = [...paragraph];
  const lower = paragraph.toLowerCase();
  const places = words.map((word) => lower.indexOf(word.toLowerCase())).filter((at) => at >= 0);
  const found = places.length > 0 ? [...paragraph.slice(0, Math.min(...places))].length : 0;
  const start = Math.max(0, Math.min(found - shown.before, characters.length - shown.length));
  const part = characters.slice(start, start + shown.length).join('');
  return `${start > 0 ? '…' : ''}${part}${start + shown.length < characters.length ? '…' : ''}`;
}
