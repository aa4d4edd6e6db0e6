import type { ReportKey } from '@gongkai/api/schemas';

/** A report's key as a path; also identifies the report in maps and lists. */
export function keyPath({ agencyId, year, kind }: ReportKey): string {
  return `${encodeURIComponent(agencyId)}/${year}/${kind}`;
}
