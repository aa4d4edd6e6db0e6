import type { Rules } from '../geometry/box.ts';
import type { Box } from '../../../source/place.ts';
import { around } from '../geometry/box.ts';
import { brightness, runsOf, type Glyph } from '../geometry/glyph.ts';
import { SpatialIndex } from '../geometry/spatial-index.ts';

/** Minimum brightness of pale ink, which is not used for text that is meant to be read. */
const pale = 0.55;
const minCharacters = 2;

/**
 * Removes watermarks: words in pale ink, or marked as artifacts, that overlap rulings or other text. All words with the
 * same text are removed with them.
 */
export function removeWatermarks(glyphs: readonly Glyph[], rules: Rules): Glyph[] {
  const runs = runsOf(glyphs);
  const candidates = new Map<string, Glyph[][]>();
  for (const run of runs) {
    if (run.length < minCharacters || !run.every(isSuspect)) continue;
    const key = `${Math.round(run[0]!.height * 2)} ${run.map(({ text }) => text).join('')}`;
    candidates.set(key, [...(candidates.get(key) ?? []), run]);
  }
  if (candidates.size === 0) return [...glyphs];
  const near = new SpatialIndex<Glyph>(12);
  for (const glyph of glyphs) if (!isSuspect(glyph)) near.add(glyph);
  const dropped = new Set(
    [...candidates.values()]
      .filter((alike) => alike.some((run) => liesOver(run, near, rules)))
      .flatMap((alike) => alike.map((run) => run[0]!.order)),
  );
  return glyphs.filter(({ order }) => !dropped.has(order));
}

function isSuspect({ colour, artifact }: Glyph): boolean {
  return artifact || (colour !== undefined && brightness(colour) > pale);
}

function liesOver(run: readonly Glyph[], near: SpatialIndex<Glyph>, { level, upright }: Rules): boolean {
  const box = around(run);
  const inner: Box = {
    x: box.x + box.width * 0.1,
    y: box.y + box.height * 0.2,
    width: box.width * 0.8,
    height: box.height * 0.6,
  };
  const crosses = (at: number, from: number, to: number, start: number, end: number, low: number, high: number) =>
    at > start && at < end && from < high && to > low;
  return (
    upright.some(({ at, from, to }) =>
      crosses(at, from, to, inner.x, inner.x + inner.width, inner.y, inner.y + inner.height),
    ) ||
    level.some(({ at, from, to }) =>
      crosses(at, from, to, inner.y, inner.y + inner.height, inner.x, inner.x + inner.width),
    ) ||
    run.some((glyph) => near.at(glyph).some((other) => overlaps(glyph, other)))
  );
}

function overlaps(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width * 0.7 && b.x < a.x + a.width * 0.7 && a.y < b.y + b.height * 0.7 && b.y < a.y + a.height * 0.7
  );
}
