import type { TextLine } from './lines.ts';

/** The edges between which a document sets its text. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** Edges at which most lines begin and end. */
export function marginsOf(lines: readonly TextLine[]): Margins {
  return { left: mostFrequent(lines.map(({ x }) => x)), right: mostFrequent(lines.map(({ x, width }) => x + width)) };
}

/** Whether a line goes on with the paragraph of the line before: that one was full, this one is not indented. */
export function goesOn(before: TextLine, line: TextLine, { left, right }: Margins): boolean {
  const size = line.height;
  const isFull = before.x + before.width > right - 2 * size;
  return isFull && Math.abs(line.x - left) < size && Math.abs(before.height - line.height) < size / 4;
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) {
    const rounded = Math.round(value / 4) * 4;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}
