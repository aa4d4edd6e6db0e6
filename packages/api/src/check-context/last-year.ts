import type { Database } from '@gongkai/db';
import { getAgency, listSuccessions, type Relative } from '@gongkai/db/agency';
import { getPublicReport } from '@gongkai/db/report';
import type { Context, Report } from '@gongkai/schema';
import type { ReportKey } from '../common/schemas.ts';
import { reportIn } from '../common/stored-report.ts';
import { reportKindOf } from '../common/agency-attributes.ts';

/** The reports of the year before that a report follows from. */
export type LastYear = Pick<Context, 'previous' | 'predecessors' | 'splitOff'>;

/**
 * The agency's own report of the year before; where others were merged into it or it came out of others, theirs with it.
 * Nothing where one of them is not public here: a sum without it would be wrong.
 */
export async function loadLastYear(db: Database, key: ReportKey): Promise<LastYear> {
  // One after the other: a transaction has one connection.
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
 * Whether a report is the first to count what a predecessor did: that of the year of the change, or of the next where
 * the predecessor still made its own for that year.
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

/** The agency's published report of the year before, or undefined. */
async function previousReport(db: Database, { agencyId, year, kind }: ReportKey): Promise<Report | undefined> {
  const found = await getPublicReport(db, { agencyId, year: year - 1, kind });
  return found?.revision ? reportIn(found.revision) : undefined;
}
