import { cellsOf, type Cell } from '../layout/cells.ts';
import type { Layout } from '../layout/layout.ts';
import type { Report } from '../report/report.ts';
import { isAnswered } from '../report/value.ts';
import { valuesOf } from '../report/values.ts';
import type { Outcome } from './rule.ts';

/**
 * Judges each cell of a kind by its value alone: one failed outcome a wrong cell; else a skip that names the
 * blank ones, or a pass.
 */
export function judgeCells(
  report: Report,
  layout: Layout,
  concerns: (cell: Cell) => boolean,
  accepts: (value: number | string, measure: string) => boolean,
): Outcome[] {
  const values = valuesOf(layout, report.tables);
  const wrong: Outcome[] = [];
  const blank: string[] = [];
  for (const cell of cellsOf(layout)) {
    if (!concerns(cell)) continue;
    const value = values[cell.ordinal - 1] ?? null;
    if (!isAnswered(value)) blank.push(cell.key);
    else if (!accepts(value, cell.measure))
      wrong.push({
        verdict: 'fail',
        scope: 'cell',
        cells: [cell.key],
        params: { code: cell.code, value },
        actual: value,
      });
  }
  if (wrong.length > 0) return wrong;
  if (blank.length > 0) return [{ verdict: 'skip', scope: 'cell', cells: blank, params: {}, reason: 'blank_cells' }];
  return [{ verdict: 'pass', scope: 'report', cells: [], params: {} }];
}
