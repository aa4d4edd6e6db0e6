/** Pieces of a line between separators, each with its offset in the line. */
export interface Piece {
  readonly text: string;
  readonly offset: number;
}

const pipe = /[|｜￨]/g;
/** The characters of the line below the heading of a Markdown table; the line contains at least two hyphens. */
const markdownRule = /^[\s|:-]*$/;

/**
 * The cells of a line that is a table row, by pipes or otherwise by tabs; undefined for running text. A pipe at either
 * end only closes the row; leading tabs alone are an indent.
 */
export function cellsOfLine(line: string): readonly Piece[] | undefined {
  if (line.includes('|') || line.includes('｜') || line.includes('￨')) {
    if (line.includes('--') && markdownRule.test(line)) return [];
    const pieces = split(line, pipe);
    if (pieces[0]!.text === '') pieces.shift();
    if (pieces.at(-1)?.text === '') pieces.pop();
    return pieces;
  }
  if (!line.trimStart().includes('\t')) return undefined;
  return split(line, /\t/g);
}

function split(line: string, separator: RegExp): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const {
    index,
    0: { length },
  } of line.matchAll(separator)) {
    pieces.push(trimmed(line.slice(start, index), start));
    start = index + length;
  }
  pieces.push(trimmed(line.slice(start), start));
  return pieces;
}

/** Trims the blanks around a text and adjusts its offset in the line. */
export function trimmed(text: string, offset = 0): Piece {
  const start = text.trimStart();
  return { text: start.trimEnd(), offset: offset + text.length - start.length };
}
