import stringWidth from 'string-width';

/** Columns that a text takes in a terminal: a Chinese character takes two. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** The text filled up with blanks to a width. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** The text in lines of at most that width; Chinese breaks anywhere, but no line starts with a closing mark. */
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
