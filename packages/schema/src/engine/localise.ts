import { factorOf, type Instance } from '../formulas/compile.ts';
import { rowCode, type Cell } from '../layout/cells.ts';
import type { Layout } from '../layout/layout.ts';
import type { Value } from '../report/value.ts';
import type { Suspect } from './finding.ts';
import { slipOf, splitOf } from './slips.ts';

/** A sum that must hold over the figures: `residual` = left - right, undefined where it could not be computed. */
export interface Equation {
  readonly instance: Instance;
  readonly residual: number | undefined;
}

/** As many candidates as a group of table four has cells; more would name nothing. */
const MAX_CANDIDATES = 5;

/**
 * Names the cells that make sums fail. A cell off by d leaves d (or -d) in every sum that holds it and nothing in the
 * others, so a cell is a candidate when all its sums fail by the same d. In table three, where the sums cross, one
 * wrong cell leaves one candidate; a single sum, as in table four, leaves all its cells. Nothing is guessed.
 */
export function localise(
  layout: Layout,
  values: readonly Value[],
  equations: readonly Equation[],
): ReadonlyMap<Equation, readonly Suspect[]> {
  const suspects = new Map<Equation, readonly Suspect[]>();
  const failing = equations.filter(({ residual }) => residual);
  if (failing.length === 0) return suspects;
  const holding = equationsByCell(equations);
  for (const equation of failing) {
    const cells = equation.instance.cells.flatMap((cell) => candidate(cell, holding.get(cell) ?? [], values));
    const found = cells.length > 0 ? cells : splitOf(layout, values, equations);
    if (found && found.length <= MAX_CANDIDATES) suspects.set(equation, found);
  }
  return suspects;
}

function equationsByCell(equations: readonly Equation[]): Map<Cell, Equation[]> {
  const holding = new Map<Cell, Equation[]>();
  for (const equation of equations) {
    if (equation.residual === undefined) continue;
    for (const cell of equation.instance.cells) {
      const list = holding.get(cell);
      if (list) list.push(equation);
      else holding.set(cell, [equation]);
    }
  }
  return holding;
}

/** The cell with its right value, if every sum that holds it fails by the same difference. */
function candidate(cell: Cell, equations: readonly Equation[], values: readonly Value[]): Suspect[] {
  const found = values[cell.ordinal - 1];
  const differences = new Set(equations.map(({ instance, residual }) => residual! / factorOf(instance, cell)));
  const [difference] = differences;
  if (typeof found !== 'number' || differences.size !== 1 || !difference) return [];
  const value = found - difference;
  // A count below 0 repairs nothing.
  if (value < 0 && cell.measure !== 'change') return [];
  const slip = slipOf(found, value);
  return [{ cell: cell.key, row: rowCode(cell.row), column: cell.column.label, value, ...(slip && { slip }) }];
}
