import { getAgency, type Database } from '@gongkai/db';
import { check, failures, formOf, type AgencyKind, type AgencyLevel, type Finding, type Report } from '@gongkai/schema';
import type { ReportKey } from '../common/schemas.ts';

/** What fails in a report, the gravest first, beside the report of the year before and what the agency is. */
export async function findingsOf(
  db: Database,
  { agencyId }: Pick<ReportKey, 'agencyId'>,
  report: Report,
  previous: Report | undefined,
): Promise<Finding[]> {
  const agency = await getAgency(db, agencyId);
  const context = {
    ...(previous && { previous }),
    ...(agency && { agency: { kind: agency.kind as AgencyKind, level: agency.level as AgencyLevel } }),
  };
  return failures(check(formOf(report.form), report, context));
}
