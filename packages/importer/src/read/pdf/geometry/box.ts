import type { Box } from '../../../source/place.ts';

/** A straight line along an axis. */
export interface Rule {
  /** Position perpendicular to the line: y of a horizontal line, x of a vertical one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rules {
  readonly level: readonly Rule[];
  readonly upright: readonly Rule[];
}

/** A piece of text on a page. */
export interface Word extends Box {
  readonly text: string;
  /** True if a blank is written before it on its line. */
  readonly blankBefore?: boolean;
}

export function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** True if the centre of a box lies within another box. */
export function holds(outer: Box, inner: Box): boolean {
  const x = inner.x + inner.width / 2;
  const y = inner.y + inner.height / 2;
  return x >= outer.x && x <= outer.x + outer.width && y >= outer.y && y <= outer.y + outer.height;
}

/** True if a box covers another box, apart from a share of its size at each edge. */
export function covers(outer: Box, inner: Box, slack = 0.2): boolean {
  const [dx, dy] = [inner.width * slack, inner.height * slack];
  return (
    outer.x <= inner.x + dx &&
    outer.y <= inner.y + dy &&
    outer.x + outer.width >= inner.x + inner.width - dx &&
    outer.y + outer.height >= inner.y + inner.height - dy
  );
}
