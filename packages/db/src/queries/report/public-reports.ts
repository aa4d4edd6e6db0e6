import { and, count, desc, eq, gt, inArray, max, ne, notExists, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '../../database.ts';
import { agencyPeriod } from '../../tables/agency.ts';
import { publication } from '../../tables/publication.ts';
import { revision } from '../../tables/revision.ts';
import { isCurrent } from '../agency/agencies.ts';
import { listPublications, type Publication } from '../publication/publications.ts';
import { ofReport, type ReportKey } from '../common/report-key.ts';
import { getRevision, type Revision } from './revisions.ts';

/** A report as the public sees it. */
export interface PublicReport {
  /** From the first publication to the last event. */
  events: Publication[];
  /** Revision of the last event; `null` if the report was withdrawn. */
  revision: Revision | null;
}

/** Summary of a public report, without its content. */
export interface PublicReportSummary extends ReportKey {
  /** The agency's current name. */
  agencyName: string;
  /** The last event and its time. */
  action: Publication['action'];
  at: Date;
  /** The day of the first event. */
  publishedOn: string;
  /** Number of corrections. */
  corrections: number;
  revision: number;
  form: string;
  title: string;
  origin: Revision['origin'];
  digest: string;
}

export interface PublicReportFilter {
  agencyIds?: string[];
  year?: number;
  kind?: ReportKey['kind'];
  /** Includes withdrawn reports, whose pages state the withdrawal. */
  withdrawn?: boolean;
}

export interface Page {
  limit: number;
  offset?: number;
}

/** @returns undefined for a report that never was published */
export async function getPublicReport(db: Database, key: ReportKey): Promise<PublicReport | undefined> {
  const events = await listPublications(db, key);
  const last = events.at(-1);
  if (!last) return undefined;
  const shown = last.action === 'withdrawn' ? undefined : await getRevision(db, key, last.revision);
  return { events, revision: shown ?? null };
}

/** Returns the current public revision of a report in one query; undefined if it never was published. */
export async function getShownRevision(
  db: Database,
  key: ReportKey,
): Promise<(Pick<Revision, 'digest' | 'body'> & Pick<Publication, 'action'>) | undefined> {
  const [found] = await db
    .select({ action: publication.action, digest: revision.digest, body: revision.body })
    .from(publication)
    .innerJoin(revision, and(ofReport(revision, publication), eq(revision.number, publication.revision)))
    .where(ofReport(publication, key))
    .orderBy(desc(publication.number))
    .limit(1);
  return found;
}

/** Lists public reports, the latest first. */
export function listPublicReports(
  db: Database,
  filter: PublicReportFilter,
  { limit, offset = 0 }: Page,
): Promise<PublicReportSummary[]> {
  return publicReports(db, shownNow(db, filter))
    .orderBy(desc(publication.at), desc(publication.year), publication.agencyId, publication.kind)
    .limit(limit)
    .offset(offset);
}

/** Lists the keys of the reports that are public now, with the moment of the last event, ordered by key. */
export function listPublicReportAddresses(
  db: Database,
  { limit, offset = 0 }: Page,
): Promise<(ReportKey & { at: Date })[]> {
  const { agencyId, year, kind, at } = publication;
  return db
    .select({ agencyId, year, kind, at })
    .from(publication)
    .where(shownNow(db))
    .orderBy(agencyId, year, kind)
    .limit(limit)
    .offset(offset);
}

/** Lists the years with public reports and the number of reports of each, the latest first. */
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

/** Returns for each agency with public reports their number and the latest year. */
export function countPublicReports(
  db: Database,
  filter: PublicReportFilter = {},
): Promise<{ agencyId: string; reports: number; latestYear: number }[]> {
  return db
    .select({
      agencyId: publication.agencyId,
      reports: count(),
      latestYear: max(publication.year).mapWith(publication.year),
    })
    .from(publication)
    .where(shownNow(db, filter))
    .groupBy(publication.agencyId)
    .orderBy(publication.agencyId);
}

/** Selects the last event of each report that matches the filter. */
export function shownNow(db: Database, { agencyIds, year, kind, withdrawn }: PublicReportFilter = {}): SQL | undefined {
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

/** Selects summaries of reports, one for each event that matches the condition. */
export function publicReports(db: Database, where: SQL | undefined) {
  const first = alias(publication, 'first');
  const correction = alias(publication, 'correction');
  const corrections = db
    .select({ count: count() })
    .from(correction)
    .where(and(ofReport(correction, publication), eq(correction.action, 'corrected')));
  return db
    .select({
      agencyId: publication.agencyId,
      year: publication.year,
      kind: publication.kind,
      agencyName: agencyPeriod.name,
      action: publication.action,
      at: publication.at,
      publishedOn: first.publishedOn,
      corrections: sql`${corrections}`.mapWith(Number),
      revision: publication.revision,
      form: revision.form,
      title: revision.title,
      origin: revision.origin,
      digest: revision.digest,
    })
    .from(publication)
    .innerJoin(first, and(ofReport(first, publication), eq(first.number, 1)))
    .innerJoin(revision, and(ofReport(revision, publication), eq(revision.number, publication.revision)))
    .innerJoin(agencyPeriod, and(eq(agencyPeriod.agencyId, publication.agencyId), isCurrent))
    .where(where)
    .$dynamic();
}
