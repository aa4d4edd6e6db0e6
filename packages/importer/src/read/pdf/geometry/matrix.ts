/** A matrix as PDF defines it: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = ArrayLike<number>;

export type Point = readonly [x: number, y: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

export function apply(matrix: Matrix, x: number, y: number): Point {
  return [matrix[0]! * x + matrix[2]! * y + matrix[4]!, matrix[1]! * x + matrix[3]! * y + matrix[5]!];
}

/** The matrix that applies `inner` first. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [x0, y0] = apply(outer, 0, 0);
  const [x1, y1] = apply(outer, inner[0]!, inner[1]!);
  const [x2, y2] = apply(outer, inner[2]!, inner[3]!);
  const [x3, y3] = apply(outer, inner[4]!, inner[5]!);
  return [x1 - x0, y1 - y0, x2 - x0, y2 - y0, x3, y3];
}

/** The axis-parallel bounding box of a transformed rectangle. */
export function boxOf(
  matrix: Matrix,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): { x: number; y: number; width: number; height: number } {
  const corners = [apply(matrix, x0, y0), apply(matrix, x1, y0), apply(matrix, x0, y1), apply(matrix, x1, y1)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
