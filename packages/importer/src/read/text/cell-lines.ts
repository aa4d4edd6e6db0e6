import type { Piece } from './cells.ts';

/** A line of text cut at its separators; undefined for running text. */
export interface CutLine {
  readonly line: string;
  readonly pieces: readonly Piece[] | undefined;
}

/** Fewer lines say nothing of how a table is written. */
const minStretchLines = 4;
const prose = /[。！？]|.{81}/u;
/** One pipe alone, or an empty cell before the pipes of the cells merged with it. */
const emptyCell = /^[|｜￨](?:\s+[|｜￨]+)?$/u;
const figure = /^(?:[-+−–—]?\s*[\d０-９][\d０-９,，.．]*\s*\p{L}{0,2}|[-—–/\\无〇]{1,2})$/u;

/**
 * Tables written with one cell a line, where each cell may carry pipes of its own: `87 |`, and `0 | |` or `| ||` where
 * it is merged with the cells after it. Such lines are one cell each. A lone pipe is an empty cell where cells carry
 * pipes; where they do not it only parts rows or cells. Lines of any other layout come back unchanged.
 */
export function singleCellLines(lines: readonly CutLine[]): CutLine[] {
  const result = [...lines];
  for (let from = 0; from < lines.length;) {
    let to = from;
    while (to < lines.length && isSingle(lines[to]!)) to++;
    if (to > from) rewrite(result, from, to);
    from = to + 1;
  }
  return result;
}

/** A figure or an empty cell: the line before it is its label, whatever pipes follow it. */
function isValue({ line, pieces }: CutLine): boolean {
  const filled = pieces?.find(({ text }) => text !== '');
  return filled ? figure.test(filled.text) : emptyCell.test(line.trim()) && /\s/u.test(line.trim());
}

/** At most one text on the line, and no sentence. */
function isSingle({ line, pieces }: CutLine): boolean {
  return pieces ? pieces.filter(({ text }) => text !== '').length < 2 : !prose.test(line);
}

/** The stretch from `from` up to `to` holds one text a line at most. */
function rewrite(lines: CutLine[], from: number, to: number): void {
  const stretch = lines.slice(from, to).filter(({ line }) => line.trim() !== '');
  const piped = stretch.filter(({ pieces }) => pieces?.length === 1 && pieces[0]!.text !== '').length;
  const plain = stretch.filter(({ pieces }) => !pieces).length;
  const single = stretch.filter((line) => (line.pieces?.length ?? 0) < 2 || isValue(line)).length;
  if (stretch.length < minStretchLines || single * 2 < stretch.length) return;
  for (let at = from; at < to; at++) {
    const { line, pieces } = lines[at]!;
    if (!pieces) continue;
    const filled = pieces.find(({ text }) => text !== '');
    const next = lines.slice(at + 1, to).find((one) => one.line.trim() !== '');
    if (filled && (figure.test(filled.text) || (next && isValue(next)))) lines[at] = { line, pieces: [filled] };
    else if (piped > plain && emptyCell.test(line.trim()))
      lines[at] = { line, pieces: [{ text: '', offset: line.indexOf(line.trim()) }] };
  }
}
