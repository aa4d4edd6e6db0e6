import { cellsOf, formOf, valueAt, type Report, type RollUpPart, type Value } from '@gongkai/schema';
import { rollUp, RollUpError, type RolledUp } from '@gongkai/schema/roll-up';
import { ApiError } from '../common/errors.ts';
import type { EditedCell } from './schemas.ts';

/** Adds reports up. @throws {ApiError} nothing_to_roll_up, roll_up_refused if they cannot be added up */
export function sumOf(parts: readonly RollUpPart[], government: { id: string; name: string }): RolledUp {
  if (parts.length === 0) throw new ApiError('nothing_to_roll_up');
  try {
    return rollUp(parts, government);
  } catch (error) {
    if (error instanceof RollUpError) throw new ApiError('roll_up_refused', `${error.message}。请先核对下级机关的报告`);
    throw error;
  }
}

/** Returns the cells of a report whose figure is not the sum. */
export function editedCellsOf(report: Report, sums: Pick<Report, 'tables'>): EditedCell[] {
  const form = formOf(report.form);
  return cellsOf(form).flatMap(({ key, code }) => {
    const [value, sum] = [valueAt(form, report, key), valueAt(form, sums, key)];
    return sameValue(value, sum) ? [] : [{ cell: key, code, value, sum }];
  });
}

export function sameValue(a: Value, b: Value): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
