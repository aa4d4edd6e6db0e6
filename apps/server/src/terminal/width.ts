import stringWidth from 'string-width';

/** Width of a text in terminal columns: a Chinese character takes two. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** Pads the text with blanks to a width. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/**
 * Wraps the text into lines of at most the given width. Chinese text breaks at any character, but no line starts with a
 * closing mark.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (widthOf(line + character) > width && !/[，。；：、！？”）》]/.test(character)) {
      lines.push(line.trimEnd());
      line = character.trimStart();
    } else line += character;
  }
  return [...lines, line];
}
