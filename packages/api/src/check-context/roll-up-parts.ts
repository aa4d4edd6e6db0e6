import type { Database } from '@gongkai/db';
import { getRollUp, listRevisionBodies, type RollUpPartRow, type StoredRollUp } from '@gongkai/db/roll-up';
import type { Report, RollUpPart } from '@gongkai/schema';
import type { ReportKey } from '../common/schemas.ts';
import { reportIn } from '../common/stored-report.ts';

/** Loads the added-up reports in the revisions that the parts name, in the order of the parts. */
export async function loadRollUpReports(
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

/** Returns the roll-up that a draft or revision names, if it names one. */
export async function findRollUp(
  db: Database,
  { agencyId, year }: Pick<ReportKey, 'agencyId' | 'year'>,
  number: number | null | undefined,
): Promise<StoredRollUp | undefined> {
  return number == null ? undefined : getRollUp(db, { agencyId, year, number });
}
