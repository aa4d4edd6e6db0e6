import { and, count, desc, eq, gt, inArray, ne, notExists, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '../database.ts';
import { agencyPeriod } from '../tables/agency.ts';
import { publication } from '../tables/publication.ts';
import { revision } from '../tables/revision.ts';
import { isCurrent } from './agencies.ts';
import { listPublications, type Publication } from './publications.ts';
import { ofReport, type ReportKey } from './report-key.ts';
import { getRevision, type Revision } from './revisions.ts';

/** A report as the public sees it. */
export interface PublicReport {
  /** From the first publication to the last event. */
  events: Publication[];
  /** Of the last event; `null` where the report was withdrawn. */
  revision: Revision | null;
}

/** What the public is shown of a report, without its content. */
export interface PublicReportSummary extends ReportKey {
  /** As the agency is called now. */
  agencyName: string;
  /** The last event. */
  action: Publication['action'];
  publishedOn: string;
  at: Date;
  revision: number;
  form: string;
  digest: string;
}

export interface PublicReportFilter {
  agencyIds?: string[];
  year?: number;
  kind?: ReportKey['kind'];
  /** Withdrawn reports too, whose pages say so. */
  withdrawn?: boolean;
}

/** @returns nothing for a report that never was published */
export async function getPublicReport(db: Database, key: ReportKey): Promise<PublicReport | undefined> {
  const events = await listPublications(db, key);
  const last = events.at(-1);
  if (!last) return undefined;
  const shown = last.action === 'withdrawn' ? undefined : await getRevision(db, key, last.revision);
  return { events, revision: shown ?? null };
}

/** The latest first. */
export function listPublicReports(
  db: Database,
  filter: PublicReportFilter,
  page: { limit: number; offset?: number },
): Promise<PublicReportSummary[]> {
  return db
    .select({
      agencyId: publication.agencyId,
      year: publication.year,
      kind: publication.kind,
      agencyName: agencyPeriod.name,
      action: publication.action,
      publishedOn: publication.publishedOn,
      at: publication.at,
      revision: publication.revision,
      form: revision.form,
      digest: revision.digest,
    })
    .from(publication)
    .innerJoin(revision, and(ofReport(revision, publication), eq(revision.number, publication.revision)))
    .innerJoin(agencyPeriod, and(eq(agencyPeriod.agencyId, publication.agencyId), isCurrent))
    .where(shownNow(db, filter))
    .orderBy(desc(publication.at), desc(publication.year), publication.agencyId, publication.kind)
    .limit(page.limit)
    .offset(page.offset ?? 0);
}

/** The years of which reports are public, the latest first, and how many of each. */
export function listPublicYears(
  db: Database,
  filter: Omit<PublicReportFilter, 'year'> = {},
): Promise<{ year: number; reports: number }[]> {
  return db
    .select({ year: publication.year, reports: count() })
    .from(publication)
    .where(shownNow(db, filter))
    .groupBy(publication.year)
    .orderBy(desc(publication.year));
}

function shownNow(db: Database, { agencyIds, year, kind, withdrawn }: PublicReportFilter): SQL | undefined {
  const later = alias(publication, 'later');
  return and(
    agencyIds && inArray(publication.agencyId, agencyIds),
    year === undefined ? undefined : eq(publication.year, year),
    kind && eq(publication.kind, kind),
    withdrawn ? undefined : ne(publication.action, 'withdrawn'),
    notExists(
      db
        .select({ one: sql`1` })
        .from(later)
        .where(and(ofReport(later, publication), gt(later.number, publication.number))),
    ),
  );
}
