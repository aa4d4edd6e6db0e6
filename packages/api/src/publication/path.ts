import type { ReportKey } from '../common/schemas.ts';

/** Path of a report's page on the portal. */
export function pathOf({ agencyId, year, kind }: ReportKey): string {
  return `/reports/${agencyId}/${year}/${kind}`;
}
