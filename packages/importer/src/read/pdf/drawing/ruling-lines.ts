import type { Rule } from '../geometry/box.ts';
import { apply, type Matrix, type Point } from '../geometry/matrix.ts';

/** Maximum thickness of a line in points; thicker filled shapes are areas. */
const thickest = 3;
/** Minimum length of a ruling in points. */
const minLength = 4;
const slant = 1;
const maxRules = 20_000;

/** Number of coordinates after each path operator: move, line, curve, quadratic, close. */
const coordinates = [2, 2, 6, 4, 0];

/** Collects the horizontal and vertical lines that a page draws, in page coordinates from the upper left. */
export class RulingCollector {
  readonly level: Rule[] = [];
  readonly upright: Rule[] = [];

  stroke(path: ArrayLike<number>, matrix: Matrix): void {
    for (const points of subpaths(path, matrix))
      points.slice(1).forEach((point, index) => this.#add(...points[index]!, ...point));
  }

  /** Adds filled shapes so thin that they serve as lines. */
  fill(path: ArrayLike<number>, matrix: Matrix): void {
    for (const points of subpaths(path, matrix)) {
      const xs = points.map(([x]) => x);
      const ys = points.map(([, y]) => y);
      const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      if (bottom - top <= thickest && right - left > thickest)
        this.#add(left, (top + bottom) / 2, right, (top + bottom) / 2);
      else if (right - left <= thickest && bottom - top > thickest)
        this.#add((left + right) / 2, top, (left + right) / 2, bottom);
    }
  }

  #add(x0: number, y0: number, x1: number, y1: number): void {
    if (this.level.length + this.upright.length >= maxRules) return;
    const width = Math.abs(x1 - x0);
    const height = Math.abs(y1 - y0);
    if (height <= slant && width >= minLength)
      this.level.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
    else if (width <= slant && height >= minLength)
      this.upright.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
  }
}

/** The subpaths of a path as points: curves by their end points, closing lines included. */
export function subpaths(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const found: Point[][] = [];
  let points: Point[] = [];
  for (let at = 0; at < path.length;) {
    const code = path[at]!;
    const count = coordinates[code];
    if (count === undefined) return found;
    if (code === 0) found.push((points = []));
    if (count > 0) points.push(apply(matrix, path[at + count - 1]!, path[at + count]!));
    else if (points.length > 0) points.push(points[0]!);
    at += 1 + count;
  }
  return found;
}
