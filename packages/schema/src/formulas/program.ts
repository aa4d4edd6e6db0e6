import { cellsOf } from '../layout/cells.ts';
import type { Layout } from '../layout/layout.ts';
import type { Tables } from '../report/report.ts';
import type { Comparison } from './formula.ts';
import type { Instance } from './compile.ts';

/** Many instances laid out for one loop: the terms of instance i are at `starts[i]` up to `starts[i + 1]`. */
export interface Program {
  readonly comparisons: readonly Comparison[];
  /** Left minus right before any cell is added. */
  readonly constants: Float64Array;
  readonly starts: Uint32Array;
  /** Position of each term's value: this year's in official order, then last year's. */
  readonly positions: Uint32Array;
  readonly factors: Float64Array;
}

/** Lays out instances over that many cells. */
export function compileProgram(instances: readonly Instance[], cells: number): Program {
  const terms = instances.map(({ left, right }) => [
    ...left.terms,
    ...right.terms.map((term) => ({ ...term, factor: -term.factor })),
  ]);
  const starts = new Uint32Array(instances.length + 1);
  terms.forEach(({ length }, at) => (starts[at + 1] = starts[at]! + length));
  return {
    comparisons: instances.map(({ is }) => is),
    constants: Float64Array.from(instances, ({ left, right }) => left.constant - right.constant),
    starts,
    positions: Uint32Array.from(terms.flat(), ({ index, previous }) => (previous ? cells + index : index)),
    factors: Float64Array.from(terms.flat(), ({ factor }) => factor),
  };
}

/** Left minus right of every instance; not a number where a figure that it needs is none. */
export function residualsOf({ constants, starts, positions, factors }: Program, figures: Float64Array): Float64Array {
  const residuals = new Float64Array(constants.length);
  for (let at = 0; at < residuals.length; at++) {
    let residual = constants[at]!;
    for (let term = starts[at]!, end = starts[at + 1]!; term < end; term++)
      residual += factors[term]! * figures[positions[term]!]!;
    residuals[at] = residual;
  }
  return residuals;
}

/** Whether a relation holds, by left minus right; a residual that is not a number holds in none. */
export function holds(is: Comparison, residual: number): boolean {
  return is === '=' ? residual === 0 : is === '>=' ? residual >= 0 : residual <= 0;
}

/** This year's figures in official order, room for last year's behind them; not a number where a cell holds none. */
export function toFigureArray(layout: Layout, tables: Tables): Float64Array {
  const cells = cellsOf(layout);
  const figures = new Float64Array(cells.length * 2).fill(Number.NaN);
  for (const { table, row, column, ordinal } of cells) {
    const value = tables[table]?.[row.key]?.[column.key];
    if (typeof value === 'number') figures[ordinal - 1] = value;
  }
  return figures;
}
