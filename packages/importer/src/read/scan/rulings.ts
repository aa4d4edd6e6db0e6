import type { Rule, Rules } from '../pdf/geometry/box.ts';
import { binarise, type Darkness, type Ink } from './ink.ts';
import type { Raster } from './raster.ts';

// Lengths in inches.
const minLevelInches = 0.35;
const minUprightInches = 0.13;
/**
 * A shorter vertical line may be the stroke of a character; it counts only if it continues in another row of its table.
 */
const longUprightInches = 0.3;
const gap = 0.02;
const maxThicknessInches = 0.05;
const endToleranceInches = 0.05;
/** A vertical ruling reaches the horizontal one; the stroke of a character ends just before it. */
const touchToleranceInches = 0.025;
const blurInches = 0.025;
const clearanceInches = 0.02;
/** As a share of a line's length. */
const maxAdjacentShare = 0.12;
/** As a share of a line's length, at each end. */
const maxTrimShare = 0.4;

/** Runs of neighbouring rows are one line if they overlap by this share. */
const minOverlapShare = 0.7;

interface Extent {
  top: number;
  bottom: number;
  from: number;
  to: number;
}

/** Rulings are thin and often grey. */
const ofRulings: Darkness = { share: 0.9, lightest: 228 };

/**
 * Finds the straight lines of a page parallel to its axes, in pixels: vertical lines run from one horizontal line to
 * another, and vice versa.
 */
export function findRulings(page: Raster, dpi: number): Rules {
  const level = linesOf(page, dpi, minLevelInches);
  const upright = linesOf(transposed(page), dpi, minUprightInches);
  const slack = endToleranceInches * dpi;
  const long = upright.filter(({ from, to }) => to - from >= longUprightInches * dpi);
  const sides = upright
    .filter(({ at }) => long.some((line) => Math.abs(line.at - at) <= slack / 2))
    .flatMap((line) => trimmed(line, level, slack, touchToleranceInches * dpi));
  return { level: level.flatMap((line) => trimmed(line, sides, slack, slack)), upright: sides };
}

/**
 * Trims a line to the part between the first and the last line that it meets; empty if it meets fewer than two, as the
 * stroke of a character does.
 */
function trimmed(line: Rule, across: readonly Rule[], slack: number, overrun: number): Rule[] {
  const met = across.filter(
    ({ at, from, to }) =>
      at >= line.from - overrun && at <= line.to + overrun && from <= line.at + slack && line.at <= to + slack,
  );
  const from = Math.min(...met.map(({ at }) => at));
  const to = Math.max(...met.map(({ at }) => at));
  return to - from > slack ? [{ at: line.at, from, to }] : [];
}

/** Merges runs of ink that overlap those of the row before into lines; lines that are too thick are dropped. */
function linesOf(page: Raster, dpi: number, minLengthInches: number): Rule[] {
  const { width, height, data } = binarise(
    blurredAlongRows(page, Math.round(blurInches * dpi)),
    Math.round(dpi / 8),
    ofRulings,
  );
  const [minLength, maxGap, maxThickness] = [
    minLengthInches * dpi,
    Math.max(1, gap * dpi),
    Math.max(2, maxThicknessInches * dpi),
  ];
  const text = binarise(page, Math.round(dpi / 8));
  const blurOverhang = blurInches * dpi * 0.7;
  const done: Extent[] = [];
  let open: Extent[] = [];
  for (let y = 0; y < height; y++) {
    const next: Extent[] = [];
    for (const [from, to] of runsOf(data, y, width, height, maxGap, minLength)) {
      const before = open.find(
        (line) => overlap(line, from, to) > minOverlapShare * Math.max(to - from, line.to - line.from),
      );
      if (before) {
        before.bottom = y;
        before.from = Math.min(before.from, from);
        before.to = Math.max(before.to, to);
        if (!next.includes(before)) next.push(before);
      } else {
        const line = { top: y, bottom: y, from, to };
        done.push(line);
        next.push(line);
      }
    }
    open = next;
  }
  return (
    done
      // Each run was searched for in five rows together.
      .filter((line) => line.bottom - line.top - 3 <= maxThickness)
      .flatMap((line) => partAlone(text, line, Math.round(clearanceInches * dpi), minLength) ?? [])
      // Blurring has made each line longer at both ends.
      .map(({ top, bottom, from, to }) => ({
        at: (top + bottom) / 2,
        from: from + blurOverhang,
        to: to - blurOverhang,
      }))
  );
}

/**
 * The line, or the part of it that has paper on both sides along nearly its whole length. Strokes of text have other
 * strokes next to them, and a stroke that ends close to a line may have been joined to it.
 */
function partAlone(text: Ink, line: Extent, distance: number, minLength: number): Extent | undefined {
  const { from, to } = line;
  const beside = [line.top + 2 - distance, line.bottom - 2 + distance].map((y) =>
    inkUpTo(text, Math.round(y), from, to),
  );
  // The lines that it meets at its ends are next to it too.
  const isAlone = (start: number, end: number) =>
    beside.every(
      (upTo) => upTo[end - from + 1 - distance]! - upTo[start - from + distance]! < (end - start) * maxAdjacentShare,
    );
  const maxCut = Math.min(Math.floor((to - from) * maxTrimShare), to - from - Math.ceil(minLength));
  for (let cut = 0; cut <= maxCut; cut++) {
    if (isAlone(from, to - cut)) return { ...line, to: to - cut };
    if (isAlone(from + cut, to)) return { ...line, from: from + cut };
    if (2 * cut <= maxCut && isAlone(from + cut, to - cut)) return { ...line, from: from + cut, to: to - cut };
  }
  return undefined;
}

/** Counts the ink pixels of a row from `from` up to each position before `to`. */
function inkUpTo({ width, height, data }: Ink, y: number, from: number, to: number): Uint32Array {
  const sums = new Uint32Array(to - from + 2);
  if (y < 0 || y >= height) return sums;
  for (let x = from; x <= to; x++) sums[x - from + 1] = sums[x - from]! + data[y * width + x]!;
  return sums;
}

/**
 * Replaces each pixel with the mean of its neighbours in the row: lines along the row stay, specks and strokes across
 * it fade.
 */
function blurredAlongRows({ width, height, data }: Raster, radius: number): Raster {
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    let sum = 0;
    let count = 0;
    for (let x = -radius; x < width; x++) {
      if (x + radius < width) {
        sum += data[y * width + x + radius]!;
        count++;
      }
      if (x - radius - 1 >= 0) {
        sum -= data[y * width + x - radius - 1]!;
        count--;
      }
      if (x >= 0) out[y * width + x] = sum / count;
    }
  }
  return { width, height, data: out };
}

function overlap(line: Extent, from: number, to: number): number {
  return Math.min(line.to, to) - Math.max(line.from, from);
}

/** Sections of a row and its two neighbours on each side that have ink at nearly every position. */
function* runsOf(
  data: Uint8Array,
  y: number,
  width: number,
  height: number,
  maxGap: number,
  minLength: number,
): Generator<[from: number, to: number]> {
  const rows = [-2, -1, 0, 1, 2].map((shift) => Math.min(height - 1, Math.max(0, y + shift)) * width);
  const [a, b, c, d, e] = rows as [number, number, number, number, number];
  let [from, last, filled] = [-1, -1, 0];
  for (let x = 0; x <= width; x++) {
    const isInk = x < width && (data[a + x]! | data[b + x]! | data[c + x]! | data[d + x]! | data[e + x]!) === 1;
    if (isInk) {
      if (from < 0) [from, filled] = [x, 0];
      last = x;
      filled++;
    } else if (from >= 0 && (x - last > maxGap || x === width)) {
      if (last - from >= minLength && filled > (last - from) * 0.9) yield [from, last];
      from = -1;
    }
  }
}

function transposed({ width, height, data }: Raster): Raster {
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) turned[x * height + y] = data[y * width + x]!;
  return { width: height, height: width, data: turned };
}
