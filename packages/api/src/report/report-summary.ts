import type { PublicReportSummary } from '@gongkai/db/report';
import type { ReportSummary } from './schemas.ts';

/** A page size that includes all reports of one agency, which makes at most two a year. */
export const ALL_REPORTS_PAGE = { limit: 1_000 } as const;

/** Converts a row to the summary in lists of a report that is, or was, public. */
export function toSummary(row: PublicReportSummary): ReportSummary {
  const { agencyId, agencyName, year, kind, title, form, publishedOn, origin, digest, corrections } = row;
  return {
    agencyId,
    agencyName,
    year,
    kind,
    title,
    form,
    publishedOn,
    origin,
    digest,
    state: row.action === 'withdrawn' ? 'withdrawn' : 'published',
    corrections,
  };
}
