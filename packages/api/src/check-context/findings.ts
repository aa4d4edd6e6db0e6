import type { Database } from '@gongkai/db';
import { getAgency } from '@gongkai/db/agency';
import type { Finding, Report } from '@gongkai/schema';
import type { ReportKey } from '../common/schemas.ts';
import type { KnownContext } from './check-context.ts';
import { checkReport } from './check-report.ts';
import type { LastYear } from './last-year.ts';

/**
 * What fails in a report by any check of the catalogue, the gravest first: beside those of the year before that it
 * follows from, what the agency is, and what else is known of it. Every procedure that tells findings asks this one.
 * @throws {ApiError} busy
 */
export async function loadFindings(
  db: Database,
  { agencyId }: Pick<ReportKey, 'agencyId'>,
  report: Report,
  lastYear: LastYear,
  beside: KnownContext = {},
): Promise<Finding[]> {
  const agency = await getAgency(db, agencyId);
  const context = {
    ...lastYear,
    ...beside,
    ...(agency && { agency: { kind: agency.kind, level: agency.level } }),
  };
  return checkReport(report, context);
}
