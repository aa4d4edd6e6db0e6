import type { UnionFind } from '../geometry/union-find.ts';

/** Rows and columns that a group of fields covers, both ends inclusive. */
export interface Extent {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The extents of the groups; a group that is not a rectangle, because rulings are missing, is split into its rows. */
export function rectangles(groups: UnionFind, rows: number, columns: number): Extent[] {
  const members = new Map<number, number[]>();
  for (let at = 0; at < rows * columns; at++) {
    const root = groups.root(at);
    const group = members.get(root);
    if (group) group.push(at);
    else members.set(root, [at]);
  }
  return [...members.values()].flatMap((group) => {
    const whole = group.map((at) => fieldOf(at, columns)).reduce(union);
    const area = (whole.bottom - whole.top + 1) * (whole.right - whole.left + 1);
    return area === group.length ? [whole] : runs(group, columns);
  });
}

function fieldOf(at: number, columns: number): Extent {
  const [row, column] = [Math.floor(at / columns), at % columns];
  return { top: row, bottom: row, left: column, right: column };
}

function union(a: Extent, b: Extent): Extent {
  return {
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
  };
}

/** Groups of adjacent fields in a row. */
function runs(group: readonly number[], columns: number): Extent[] {
  const found: Extent[] = [];
  for (const field of group.map((at) => fieldOf(at, columns))) {
    const last = found.at(-1);
    if (last && last.top === field.top && last.right + 1 === field.left) last.right = field.right;
    else found.push(field);
  }
  return found;
}
