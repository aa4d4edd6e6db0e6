import { cellOf, tableOf, type Cell } from '../layout/cells.ts';
import type { Block, Layout } from '../layout/layout.ts';
import type { Comparison, Expression, Formula } from './formula.ts';

/** One cell in a sum: `index` is its ordinal - 1, `factor` how often it counts. */
export interface Term {
  readonly index: number;
  readonly factor: number;
  readonly previous: boolean;
}

/** A sum of cells and a constant. */
export interface Sum {
  readonly terms: readonly Term[];
  readonly constant: number;
}

/** A formula applied to one column or row of the form. */
export interface Instance {
  readonly left: Sum;
  readonly is: Comparison;
  readonly right: Sum;
  /** The cells of this year that it speaks of. */
  readonly cells: readonly Cell[];
  /** Label of the column or row in which it holds, and that table's section number. */
  readonly label: string;
  readonly section: string;
  readonly usesPrevious: boolean;
}

/** Applies a formula to every column or row that it names. @throws RangeError for a key that the layout lacks. */
export function compile(layout: Layout, formula: Formula): Instance[] {
  const blocks = tableOf(layout, formula.table).blocks;
  const named = formula.each === 'column' ? formula.columns : formula.rows;
  const knownKeys = new Set(
    blocks.flatMap(({ rows, columns }) => (formula.each === 'column' ? columns : rows).map(({ key }) => key)),
  );
  const unknownKey = named?.find((name) => !knownKeys.has(name));
  if (unknownKey !== undefined)
    throw new RangeError(`${layout.id} has no ${formula.each} ${formula.table}.${unknownKey}`);
  const places = blocks.flatMap((block) => placesIn(block, formula));
  return places.map(({ cellKey, label }) => {
    const used = new Set<Cell>();
    const toTerm = (key: string, factor: number, previous: boolean): Term => {
      const cell = cellOf(layout, cellKey(key));
      if (!previous) used.add(cell);
      return { index: cell.ordinal - 1, factor, previous };
    };
    const left = linear(formula.relation.left, toTerm);
    const right = linear(formula.relation.right, toTerm);
    const inOrder = [...used].sort((a, b) => a.ordinal - b.ordinal);
    return {
      left,
      is: formula.relation.is,
      right,
      cells: inOrder,
      label,
      section: inOrder[0]?.section ?? '',
      usesPrevious: [...left.terms, ...right.terms].some(({ previous }) => previous),
    };
  });
}

interface Place {
  readonly label: string;
  readonly cellKey: (key: string) => string;
}

function placesIn(block: Block, formula: Formula): Place[] {
  if (formula.each === 'column')
    return block.columns
      .filter(({ key }) => formula.columns?.includes(key) ?? true)
      .map(({ key, label }) => ({ label, cellKey: (row) => `${formula.table}.${row}.${key}` }));
  return block.rows
    .filter(({ key }) => formula.rows.includes(key))
    .map(({ key, label }) => ({ label, cellKey: (column) => `${formula.table}.${key}.${column}` }));
}

function linear(
  expression: Expression,
  toTerm: (key: string, factor: number, previous: boolean) => Term,
  factor = 1,
): Sum {
  if (typeof expression === 'number') return { terms: [], constant: factor * expression };
  if (typeof expression === 'string') return { terms: [toTerm(expression, factor, false)], constant: 0 };
  if ('previous' in expression) return { terms: [toTerm(expression.previous, factor, true)], constant: 0 };
  if ('times' in expression) return linear(expression.times[1], toTerm, factor * expression.times[0]);
  const parts =
    'sum' in expression
      ? expression.sum.map((part) => linear(part, toTerm, factor))
      : [linear(expression.minus[0], toTerm, factor), linear(expression.minus[1], toTerm, -factor)];
  return {
    terms: parts.flatMap(({ terms }) => terms),
    constant: parts.reduce((total, { constant }) => total + constant, 0),
  };
}

/** How often an instance counts a cell of this year: left minus right. */
export function factorOf({ left, right }: Instance, { ordinal }: Cell): number {
  const count = ({ terms }: Sum) =>
    terms.reduce(
      (total, { index, factor, previous }) => (!previous && index === ordinal - 1 ? total + factor : total),
      0,
    );
  return count(left) - count(right);
}
