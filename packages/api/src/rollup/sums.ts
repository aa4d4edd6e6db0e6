import { getRollUp, listRevisionBodies, type Database, type RollUpPartRow, type StoredRollUp } from '@gongkai/db';
import { cellsOf, formOf, valueAt, type Report, type RollUpPart, type Value } from '@gongkai/schema';
import { rollUp, RollUpError, type RolledUp } from '@gongkai/schema/roll-up';
import { ApiError } from '../common/errors.ts';
import { reportIn } from '../report/stored.ts';
import type { ConsolidatedKey, EditedCell } from './schemas.ts';

/** Reports as they were when they were accepted, in the order of the parts. */
export async function reportsOf(
  db: Database,
  year: number,
  parts: readonly Pick<RollUpPartRow, 'partId' | 'kind' | 'revision' | 'digest'>[],
): Promise<(RollUpPart & { report: Report; digest: string })[]> {
  const bodies = await listRevisionBodies(
    db,
    parts.map(({ partId, kind, revision }) => ({ agencyId: partId, year, kind, revision })),
  );
  const bodyOf = new Map(bodies.map((body) => [`${body.agencyId}/${body.kind}/${body.number}`, body]));
  return parts.map(({ partId, kind, revision, digest }) => ({
    report: reportIn(bodyOf.get(`${partId}/${kind}/${revision}`)!),
    digest,
  }));
}

/** Adds reports up. @throws {ApiError} nothing_to_roll_up, roll_up_refused where they do not belong together */
export function sumOf(parts: readonly RollUpPart[], government: { id: string; name: string }): RolledUp {
  if (parts.length === 0) throw new ApiError('nothing_to_roll_up');
  try {
    return rollUp(parts, government);
  } catch (error) {
    if (error instanceof RollUpError) throw new ApiError('roll_up_refused', `${error.message}。请先核对下级机关的报告`);
    throw error;
  }
}

/** The roll-up that a draft or revision names, if it names one. */
export async function storedRollUp(
  db: Database,
  { agencyId, year }: ConsolidatedKey,
  number: number | null | undefined,
): Promise<StoredRollUp | undefined> {
  return number == null ? undefined : getRollUp(db, { agencyId, year, number });
}

/** The cells of a report that do not hold the sum. */
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
