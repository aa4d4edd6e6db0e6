import type { TextLine } from './text-lines.ts';

/** The edges between which a document sets its text. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** The outermost edges of the long lines. */
export function measureMargins(lines: readonly TextLine[]): Margins {
  const widest = Math.max(...lines.map(({ width }) => width));
  const long = lines.filter(({ width }) => width * 2 > widest);
  return { left: Math.min(...long.map(({ x }) => x)), right: Math.max(...long.map(({ x, width }) => x + width)) };
}

/** Whether a line goes on with the paragraph of the line before: that one was full, this one is not indented, neither is a row. */
export function goesOn(before: TextLine, line: TextLine, { left, right }: Margins): boolean {
  if (before.isSpread || line.isSpread) return false;
  const size = line.height;
  const isFull = before.x + before.width > right - 2 * size;
  return isFull && Math.abs(line.x - left) < size && Math.abs(before.height - line.height) < size / 4;
}
