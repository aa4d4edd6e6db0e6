import type { Rule, Rules } from '../geometry/box.ts';
import type { SeenGlyph } from './overprinted-glyphs.ts';

/** Range above the baseline, as shares of the character's height, in which a line counts as strike-through. */
const [lowest, highest] = [0.15, 0.6];

/** Marks the characters that a line is drawn through, and returns the rulings without these lines. */
export function removeStruckOutText(glyphs: readonly SeenGlyph[], rules: Rules): Rules {
  const sorted = glyphs.toSorted((a, b) => a.y - b.y);
  const tallest = Math.max(0, ...glyphs.map(({ height }) => height));
  const level = rules.level.filter((rule) => {
    const hit = struckBy(rule, sorted, tallest);
    for (const glyph of hit) glyph.struck = true;
    return hit.length === 0;
  });
  return level.length === rules.level.length ? rules : { ...rules, level };
}

/** The characters that a line crosses, provided that the line does not extend beyond them. */
function struckBy({ at, from, to }: Rule, sorted: readonly SeenGlyph[], tallest: number): SeenGlyph[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.y < at - tallest) low = middle + 1;
    else high = middle;
  }
  const hit: SeenGlyph[] = [];
  for (let index = low; index < sorted.length && sorted[index]!.y <= at; index++) {
    const { x, y, width, height } = sorted[index]!;
    const above = (y + height - at) / height;
    const middle = x + width / 2;
    if (above >= lowest && above <= highest && middle >= from && middle <= to) hit.push(sorted[index]!);
  }
  if (hit.length === 0) return [];
  const left = Math.min(...hit.map(({ x }) => x));
  const right = Math.max(...hit.map(({ x, width }) => x + width));
  const slack = hit[0]!.height * 0.6;
  return from >= left - slack && to <= right + slack ? hit : [];
}
