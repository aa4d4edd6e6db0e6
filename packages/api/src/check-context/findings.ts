import type { Database } from '@gongkai/db';
import { getAgency } from '@gongkai/db/agency';
import type { Finding, Report } from '@gongkai/schema';
import type { ReportKey } from '../common/schemas.ts';
import type { KnownContext } from './check-context.ts';
import { checkReport } from './check-report.ts';
import type { LastYear } from './last-year.ts';

/**
 * Computes the findings of a report by all rules, the most severe first, with the reports of the year before, the
 * agency's attributes and the rest of the check context. Every procedure that returns findings calls this function.
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
