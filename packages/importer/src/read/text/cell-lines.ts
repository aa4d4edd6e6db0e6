import type { Piece } from './cells.ts';

/** A line of text split at its separators; `pieces` is undefined for running text. */
export interface CutLine {
  readonly line: string;
  readonly pieces: readonly Piece[] | undefined;
}

/** Fewer lines do not show how a table is written. */
const minStretchLines = 4;
const prose = /[。！？]|.{81}/u;
/** A single pipe, or an empty cell before the pipes of the cells merged with it. */
const emptyCell = /^[|｜￨](?:\s+[|｜￨]+)?$/u;
const figure = /^(?:[-+−–—]?\s*[\d０-９][\d０-９,，.．]*\s*\p{L}{0,2}|[-—–/\\无〇]{1,2})$/u;

/**
 * Reads tables written with one cell per line, where each cell may have its own pipes: `87 |`, and `0 | |` or `| ||` if
 * it is merged with the cells after it. Each such line is one cell. If cells have pipes, a pipe alone is an empty cell;
 * otherwise it only separates rows or cells. Lines of any other layout are returned unchanged.
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

/** True for a figure or an empty cell: the line before it is its label, regardless of the pipes after it. */
function isValue({ line, pieces }: CutLine): boolean {
  const filled = pieces?.find(({ text }) => text !== '');
  return filled ? figure.test(filled.text) : emptyCell.test(line.trim()) && /\s/u.test(line.trim());
}

/** True if the line holds at most one text and is not a sentence. */
function isSingle({ line, pieces }: CutLine): boolean {
  return pieces ? pieces.filter(({ text }) => text !== '').length < 2 : !prose.test(line);
}

/** Rewrites the lines from `from` up to `to`, which hold at most one text each. */
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
