import { factorOf } from '../formulas/compile.ts';
import { cellsOf, rowCode, type Cell } from '../layout/cells.ts';
import type { Layout } from '../layout/layout.ts';
import type { Value } from '../report/value.ts';
import type { Slip, Suspect } from './finding.ts';
import type { Equation } from './localise.ts';

/** The usual slip by which `found` was written for `right`, if it is one. */
export function slipOf(found: number, right: number): Slip | undefined {
  const [written, meant] = [String(found), String(right)];
  if (found < 0) return undefined;
  if (written.length === meant.length) {
    const differing = [...written].flatMap((digit, at) => (digit === meant[at] ? [] : [at]));
    const [first, second] = differing;
    if (differing.length === 2 && written[first!] === meant[second!] && written[second!] === meant[first!])
      return 'swapped_digits';
    return undefined;
  }
  const surplus = [...written].some((_, at) => written.slice(0, at) + written.slice(at + 1) === meant);
  return right > 0 && surplus ? 'extra_digit' : undefined;
}

/** Two neighbours in a row that hold the parts of one number, if putting them together explains every sum. */
export function splitOf(
  layout: Layout,
  values: readonly Value[],
  equations: readonly Equation[],
): readonly Suspect[] | undefined {
  const found = cellsOf(layout).flatMap((left, at, cells) => {
    const right = cells[at + 1];
    if (right?.row !== left.row) return [];
    const [a, b] = [values[left.ordinal - 1], values[right.ordinal - 1]];
    if (typeof a !== 'number' || typeof b !== 'number' || a <= 0 || b < 0) return [];
    const joined = Number(`${a}${b}`);
    return [
      [joined, 0],
      [0, joined],
    ]
      .filter(([first, second]) => explains(equations, [left, first! - a], [right, second! - b]))
      .map(([first, second]) => [part(left, first!), part(right, second!)]);
  });
  return found.length === 1 ? found[0] : undefined;
}

function explains(equations: readonly Equation[], ...changes: readonly (readonly [Cell, number])[]): boolean {
  return equations.every(
    ({ instance, residual }) =>
      residual === undefined ||
      changes.reduce((total, [cell, change]) => total + factorOf(instance, cell) * change, residual) === 0,
  );
}

function part(cell: Cell, value: number): Suspect {
  return { cell: cell.key, row: rowCode(cell.row), column: cell.column.label, value, slip: 'split_number' };
}
