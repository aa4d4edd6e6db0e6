import type { Database } from '@gongkai/db';
import { getAgency, listSuccessions, type Relative } from '@gongkai/db/agency';
import { getPublicReport } from '@gongkai/db/report';
import type { Context, Report } from '@gongkai/schema';
import type { ReportKey } from '../common/schemas.ts';
import { reportIn } from '../common/stored-report.ts';
import { reportKindOf } from '../common/agency-attributes.ts';

/** The reports of the year before that a report continues. */
export type LastYear = Pick<Context, 'previous' | 'predecessors' | 'splitOff'>;

/**
 * Loads the agency's report of the year before, together with those of its predecessors. The result is empty if one of
 * them is not public here, because a sum without it would be wrong.
 */
export async function loadLastYear(db: Database, key: ReportKey): Promise<LastYear> {
  // The queries run one after the other because a transaction has one connection.
  const own = await previousReport(db, key);
  const relatives = await listSuccessions(db, key.agencyId);
  const before: Relative[] = [];
  for (const relative of relatives)
    if (relative.successorId === key.agencyId && (await isFollowedBy(db, relative, key))) before.push(relative);
  if (before.length === 0) return own ? { previous: own } : {};
  const reports: (Report | undefined)[] = [];
  for (const { predecessorId: agencyId } of before) reports.push(await previousReport(db, { ...key, agencyId }));
  if (own || (await getAgency(db, key.agencyId, `${key.year - 1}-12-31`))) reports.unshift(own);
  const predecessors = reports.filter((report) => report !== undefined);
  if (predecessors.length < reports.length) return {};
  return { predecessors, ...(before.some(({ kind }) => kind === 'split') && { splitOff: true }) };
}

/**
 * Returns whether a report is the first to include the work of a predecessor: the report of the year of the change, or
 * of the next year if the predecessor still made its own for that year.
 */
async function isFollowedBy(
  db: Database,
  { predecessorId, predecessorDissolvedOn, takenOverOn }: Relative,
  key: ReportKey,
): Promise<boolean> {
  const year = Number(takenOverOn.slice(0, 4));
  if (key.year !== year && key.year !== year + 1) return false;
  const predecessor = await getAgency(db, predecessorId);
  if (!predecessor || reportKindOf(predecessor) !== key.kind) return false;
  const reportedItself =
    predecessorDissolvedOn !== null &&
    (await getPublicReport(db, { ...key, agencyId: predecessorId, year }))?.revision != null;
  return key.year === (reportedItself ? year + 1 : year);
}

/** Returns the agency's published report of the year before, or undefined. */
async function previousReport(db: Database, { agencyId, year, kind }: ReportKey): Promise<Report | undefined> {
  const found = await getPublicReport(db, { agencyId, year: year - 1, kind });
  return found?.revision ? reportIn(found.revision) : undefined;
}
