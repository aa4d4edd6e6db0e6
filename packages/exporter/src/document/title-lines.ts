import { textWidth } from './column-widths.ts';
import { page, typeAreaWidth } from './page-layout.ts';

/** Characters of the title's size on one line. */
const lineWidth = Math.floor(typeAreaWidth / ((page.titleSize * 25.4) / 72));

/**
 * A title as the lines it is printed in: one where it fits, else broken after the agency's name, as GB/T 9704 wants
 * lines that are whole in sense. Lines that are still too long are broken by the format.
 */
export function titleLines(title: string, author: string): string[] {
  if (textWidth(title) <= lineWidth || author === '' || !title.startsWith(author) || title === author) return [title];
  return [author, title.slice(author.length)];
}
