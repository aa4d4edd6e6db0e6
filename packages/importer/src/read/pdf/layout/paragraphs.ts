import type { TextLine } from './text-lines.ts';

/** The left and right edges of a document's text. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** Computes the margins as the outermost edges of the long lines. */
export function measureMargins(lines: readonly TextLine[]): Margins {
  const widest = Math.max(...lines.map(({ width }) => width));
  const long = lines.filter(({ width }) => width * 2 > widest);
  return { left: Math.min(...long.map(({ x }) => x)), right: Math.max(...long.map(({ x, width }) => x + width)) };
}

/**
 * True if a line continues the paragraph of the line before: that line is full, this one is not indented, and neither
 * is a table row.
 */
export function goesOn(before: TextLine, line: TextLine, { left, right }: Margins): boolean {
  if (before.isSpread || line.isSpread) return false;
  const size = line.height;
  const isFull = before.x + before.width > right - 2 * size;
  return isFull && Math.abs(line.x - left) < size && Math.abs(before.height - line.height) < size / 4;
}
