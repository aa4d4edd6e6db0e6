import type { Box } from '../../../source/place.ts';
import type { Rule, Rules } from '../geometry/box.ts';
import { UnionFind } from '../geometry/union-find.ts';
import { rectangles } from './rectangles.ts';

/** A cell bounded by rulings. */
export interface RuledCell {
  readonly row: number;
  readonly column: number;
  readonly colspan: number;
  readonly rowspan: number;
  readonly box: Box;
}

export interface RuledTable {
  readonly rows: number;
  readonly cells: readonly RuledCell[];
  readonly box: Box;
}

/**
 * Minimum distance in points (about 1.4 mm): closer lines are one line, and narrower grid columns are drawing errors.
 */
const near = 4;
const maxTitleLines = 200;

/** Finds the tables that rulings form: a cell is an area that no line divides. */
export function ruledTables({ level, upright }: Rules): RuledTable[] {
  return connected(continuous(level), continuous(upright)).flatMap((rules) => {
    const ys = positions(rules.level.map(({ at }) => at));
    const xs = positions([...rules.upright.map(({ at }) => at), ...rules.level.flatMap(({ from, to }) => [from, to])]);
    if (xs.length < 3 || ys.length < 2 || xs.length > maxTitleLines || ys.length > maxTitleLines) return [];
    return [tableOf(rules, xs, ys)];
  });
}

/** Joins collinear pieces into one line, because rulings are often drawn cell by cell. */
function continuous(rules: readonly Rule[]): Rule[] {
  const lines: Rule[][] = [];
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    const last = lines.at(-1);
    if (last && rule.at - last[0]!.at <= 1) last.push(rule);
    else lines.push([rule]);
  }
  return lines.flatMap((line) => {
    const joined: Rule[] = [];
    for (const rule of line.sort((a, b) => a.from - b.from)) {
      const last = joined.at(-1);
      if (last && rule.from <= last.to + 1) joined[joined.length - 1] = { ...last, to: Math.max(last.to, rule.to) };
      else joined.push(rule);
    }
    return joined;
  });
}

/** Groups of connected lines. */
function connected(level: readonly Rule[], upright: readonly Rule[]): Rules[] {
  const groups = new UnionFind(level.length + upright.length);
  level.forEach((line, i) =>
    upright.forEach((other, j) => {
      if (within(other.at, line) && within(line.at, other)) groups.join(i, level.length + j);
    }),
  );
  const found = new Map<number, { level: Rule[]; upright: Rule[] }>();
  const groupAt = (index: number) => {
    const root = groups.root(index);
    let group = found.get(root);
    if (!group) found.set(root, (group = { level: [], upright: [] }));
    return group;
  };
  level.forEach((line, i) => groupAt(i).level.push(line));
  upright.forEach((line, j) => groupAt(level.length + j).upright.push(line));
  return [...found.values()].filter((group) => group.level.length > 1 && group.upright.length > 0);
}

function within(value: number, { from, to }: Rule): boolean {
  return value >= from - near && value <= to + near;
}

/** Distinct positions; positions close to each other are merged. */
function positions(values: readonly number[]): number[] {
  const distinct: number[] = [];
  for (const value of values.toSorted((a, b) => a - b))
    if (distinct.length === 0 || value - distinct.at(-1)! > near) distinct.push(value);
  return distinct;
}

function tableOf(rules: Rules, xs: readonly number[], ys: readonly number[]): RuledTable {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const groups = new UnionFind(rows * columns);
  const middle = (list: readonly number[], index: number) => (list[index]! + list[index + 1]!) / 2;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      if (column + 1 < columns && !drawn(rules.upright, xs[column + 1]!, middle(ys, row))) groups.join(at, at + 1);
      if (row + 1 < rows && !drawn(rules.level, ys[row + 1]!, middle(xs, column))) groups.join(at, at + columns);
    }
  const boxOf = (top: number, bottom: number, left: number, right: number): Box => ({
    x: xs[left]!,
    y: ys[top]!,
    width: xs[right + 1]! - xs[left]!,
    height: ys[bottom + 1]! - ys[top]!,
  });
  return {
    rows,
    box: boxOf(0, rows - 1, 0, columns - 1),
    cells: rectangles(groups, rows, columns).map(({ top, bottom, left, right }) => ({
      row: top,
      column: left,
      colspan: right - left + 1,
      rowspan: bottom - top + 1,
      box: boxOf(top, bottom, left, right),
    })),
  };
}

function drawn(rules: readonly Rule[], at: number, middle: number): boolean {
  return rules.some((rule) => Math.abs(rule.at - at) <= near && rule.from <= middle && middle <= rule.to);
}
