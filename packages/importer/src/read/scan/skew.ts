import type { Ink } from './ink.ts';

/** Scans are rarely rotated by more than this many degrees. */
const maxDegrees = 2.5;
const steps = [0.25, 0.05, 0.01];
const maxPoints = 100_000;

/**
 * Measures the skew of a page in degrees, positive if lines fall to the right. When the lines are horizontal, the
 * contrast between rows with and without ink is highest.
 */
export function measureSkew(ink: Ink): number {
  const points = pointsOf(ink);
  if (points.length === 0) return 0;
  let [best, bestScore] = [0, -1];
  let [from, to] = [-maxDegrees, maxDegrees];
  for (const step of steps) {
    for (let degrees = from; degrees <= to + step / 2; degrees += step) {
      const score = sharpness(points, degrees, ink);
      if (score > bestScore) [best, bestScore] = [degrees, score];
    }
    [from, to] = [best - step, best + step];
  }
  return Math.abs(best) < 0.02 ? 0 : best;
}

/** Coordinates of ink pixels as alternating x and y, evenly sampled if there are too many. */
function pointsOf({ width, data }: Ink): Float32Array {
  let count = 0;
  for (const value of data) count += value;
  const every = Math.max(1, Math.ceil(count / maxPoints));
  const points = new Float32Array(Math.floor(count / every) * 2);
  let [seen, filled] = [0, 0];
  for (let at = 0; at < data.length && filled < points.length; at++) {
    if (!data[at] || seen++ % every !== 0) continue;
    points[filled++] = at % width;
    points[filled++] = Math.floor(at / width);
  }
  return points;
}

function sharpness(points: Float32Array, degrees: number, { width, height }: Ink): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const shift = Math.ceil(Math.abs(slope) * width) + 1;
  const rows = new Uint32Array(height + 2 * shift);
  for (let at = 0; at < points.length; at += 2) {
    const row = Math.round(points[at + 1]! - points[at]! * slope) + shift;
    rows[row] = rows[row]! + 1;
  }
  let score = 0;
  for (let row = 1; row < rows.length; row++) score += (rows[row]! - rows[row - 1]!) ** 2;
  return score;
}
