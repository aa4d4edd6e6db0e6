import type { PublishedReport, ReportKey } from '@gongkai/api/schemas';

/** The agency's reports to link, newest first, including the current one. */
export function yearsAround({ summary, years }: Pick<PublishedReport, 'summary' | 'years'>): (ReportKey & {
  readonly current: boolean;
})[] {
  const { agencyId, year, kind } = summary;
  const others = years.filter((other) => other.year !== year || other.kind !== kind);
  return [{ year, kind }, ...others]
    .map((key) => ({ ...key, agencyId, current: key.year === year && key.kind === kind }))
    .sort((a, b) => b.year - a.year || a.kind.localeCompare(b.kind));
}
