import type { Rule, Rules } from './box.ts';

/** A matrix as PDF writes it: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly number[];

/** The drawing operators that rulings are made with, by pdf.js's numbers. */
export interface DrawingCodes {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly constructPath: number;
  readonly stroking: ReadonlySet<number>;
  readonly filling: ReadonlySet<number>;
}

/** Thicker filled shapes are areas, not lines, in points. */
const thickest = 3;
/** Shorter lines are no rulings. */
const shortest = 4;
const slant = 1;
const mostRules = 20_000;

/** Coordinates after each code of a path: move, line, curve, quadratic, close. */
const coordinates = [2, 2, 6, 4, 0];

/** The level and upright lines that a page draws, in page coordinates from the upper left. */
export function rulesOf(
  operators: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  page: Matrix,
  codes: DrawingCodes,
): Rules {
  const level: Rule[] = [];
  const upright: Rule[] = [];
  const stack: Matrix[] = [];
  let matrix = page;
  const add = (x0: number, y0: number, x1: number, y1: number) => {
    if (level.length + upright.length >= mostRules) return;
    const width = Math.abs(x1 - x0);
    const height = Math.abs(y1 - y0);
    if (height <= slant && width >= shortest)
      level.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
    else if (width <= slant && height >= shortest)
      upright.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
  };
  operators.fnArray.forEach((code, index) => {
    const args = operators.argsArray[index] as readonly unknown[];
    if (code === codes.save) stack.push(matrix);
    else if (code === codes.restore) matrix = stack.pop() ?? page;
    else if (code === codes.transform) matrix = multiply(matrix, args as Matrix);
    else if (code === codes.constructPath) {
      const [paint, [path]] = args as [number, [ArrayLike<number> | null]];
      if (!path) return;
      if (codes.stroking.has(paint)) for (const line of linesOf(path, matrix)) add(...line);
      if (codes.filling.has(paint)) for (const line of thinShapes(path, matrix)) add(...line);
    }
  });
  return { level, upright };
}

type Line = [x0: number, y0: number, x1: number, y1: number];
type Point = readonly [x: number, y: number];

/** Straight pieces of a path; closing lines included. */
function linesOf(path: ArrayLike<number>, matrix: Matrix): Line[] {
  return subpaths(path, matrix).flatMap((points) =>
    points.slice(1).map((point, index): Line => [...points[index]!, ...point]),
  );
}

/** Filled shapes so thin that they are drawn for lines. */
function thinShapes(path: ArrayLike<number>, matrix: Matrix): Line[] {
  return subpaths(path, matrix).flatMap((points): Line[] => {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    if (bottom - top <= thickest && right - left > thickest)
      return [[left, (top + bottom) / 2, right, (top + bottom) / 2]];
    if (right - left <= thickest && bottom - top > thickest)
      return [[(left + right) / 2, top, (left + right) / 2, bottom]];
    return [];
  });
}

function subpaths(path: ArrayLike<number>, matrix: Matrix): Point[][] {
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

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return [a! * x + c! * y + e!, b! * x + d! * y + f!];
}

function multiply(outer: Matrix, [a, b, c, d, e, f]: Matrix): Matrix {
  const [x0, y0] = apply(outer, 0, 0);
  const [x1, y1] = apply(outer, a!, b!);
  const [x2, y2] = apply(outer, c!, d!);
  const [x3, y3] = apply(outer, e!, f!);
  return [x1 - x0, y1 - y0, x2 - x0, y2 - y0, x3, y3];
}
