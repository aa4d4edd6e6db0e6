import { and, asc, count, eq, getTableColumns, gt, gte, ilike, isNull, lte, sql, type SQL } from 'drizzle-orm';
import type { AgencyKind, AgencyLevel } from '@gongkai/schema';
import type { Database } from '../../database.ts';
import { agencyPeriod } from '../../tables/agency.ts';
import { publication } from '../../tables/publication.ts';
import { revision } from '../../tables/revision.ts';
import { agencyColumns, isCurrent, type Agency } from '../agency/agencies.ts';
import type { ReportKey } from '../common/report-key.ts';
import { publicReports, shownNow, type PublicReportSummary } from '../report/public-reports.ts';
import type { Revision } from '../report/revisions.ts';

/** Filter of agencies. */
export interface OpenAgencyFilter {
  /** Selects agencies directly below this one. */
  parentId?: string;
  /** Selects this agency and all below it. */
  under?: string;
  kind?: AgencyKind;
  level?: AgencyLevel;
  /** Part of the current name. */
  name?: string;
  /** If absent, dissolved agencies are included. */
  dissolved?: boolean;
}

/** Filter of public reports. */
export interface OpenReportFilter {
  agencyId?: string;
  /** Selects reports of this agency and of all currently below it. */
  under?: string;
  year?: number;
  fromYear?: number;
  toYear?: number;
  kind?: ReportKey['kind'];
  form?: string;
  origin?: Revision['origin'];
}

/** A part of a list by keyset: the entries after a key. It stays correct while entries are added. */
export interface Slice<Key> {
  after?: Key;
  limit: number;
}

/** A public report with the JSON of its revision. */
export interface OpenReportBody extends PublicReportSummary {
  body: string;
}

/** Lists agencies by id. */
export function sliceAgencies(
  db: Database,
  filter: OpenAgencyFilter,
  { after, limit }: Slice<string>,
): Promise<Agency[]> {
  return db
    .select(agencyColumns)
    .from(agencyPeriod)
    .where(and(agenciesAsked(filter), after === undefined ? undefined : gt(agencyPeriod.agencyId, after)))
    .orderBy(asc(agencyPeriod.agencyId))
    .limit(limit);
}

export async function countAgencies(db: Database, filter: OpenAgencyFilter): Promise<number> {
  const [row] = await db.select({ total: count() }).from(agencyPeriod).where(agenciesAsked(filter));
  return row!.total;
}

/** Lists public reports by key. */
export function sliceReports(
  db: Database,
  filter: OpenReportFilter,
  { after, limit }: Slice<ReportKey>,
): Promise<PublicReportSummary[]> {
  return publicReports(db, and(reportsAsked(db, filter), afterReport(after)))
    .orderBy(asc(publication.agencyId), asc(publication.year), asc(publication.kind))
    .limit(limit);
}

export async function countReports(db: Database, filter: OpenReportFilter): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(publication)
    .innerJoin(revision, ofEvent)
    .where(reportsAsked(db, filter));
  return row!.total;
}

/** Lists public reports with their JSON, by key. */
export async function sliceReportBodies(
  db: Database,
  filter: OpenReportFilter,
  slice: Slice<ReportKey>,
): Promise<OpenReportBody[]> {
  const reports = await sliceReports(db, filter, slice);
  const keys = reports.map(({ agencyId, year, kind, revision }) => [agencyId, year, kind, revision] as const);
  if (keys.length === 0) return [];
  const { agencyId, year, kind, number, body } = getTableColumns(revision);
  const tuples = keys.map(([id, year, kind, number]) => sql`(${id}, ${year}::int, ${kind}, ${number}::int)`);
  const bodies = await db
    .select({ agencyId, year, kind, number, body })
    .from(revision)
    .where(sql`(${agencyId}, ${year}, ${kind}, ${number}) in (${sql.join(tuples, sql`, `)})`);
  const bodyOf = new Map(bodies.map((row) => [`${row.agencyId}/${row.year}/${row.kind}`, row.body]));
  return reports.map((report) => ({
    ...report,
    body: bodyOf.get(`${report.agencyId}/${report.year}/${report.kind}`)!,
  }));
}

/**
 * Subquery of the ids of an agency and of all currently below it. `union` makes it terminate even if parents form a
 * cycle.
 */
export function subtree(id: string): SQL {
  return sql`(with recursive reached(id) as (select ${id}::text union
    select period.agency_id from agency_period period join reached on period.parent_id = reached.id
    where period.valid_to is null) select id from reached)`;
}

const ofEvent = and(
  eq(revision.agencyId, publication.agencyId),
  eq(revision.year, publication.year),
  eq(revision.kind, publication.kind),
  eq(revision.number, publication.revision),
);

function agenciesAsked({ parentId, under, kind, level, name, dissolved }: OpenAgencyFilter): SQL | undefined {
  return and(
    isCurrent,
    parentId === undefined ? undefined : eq(agencyPeriod.parentId, parentId),
    under === undefined ? undefined : sql`${agencyPeriod.agencyId} in ${subtree(under)}`,
    kind === undefined ? undefined : eq(agencyPeriod.kind, kind),
    level === undefined ? undefined : eq(agencyPeriod.level, level),
    name === undefined ? undefined : ilike(agencyPeriod.name, `%${name.replace(/[\\%_]/g, '\\$&')}%`),
    dissolved === false ? isNull(agencyPeriod.dissolvedOn) : undefined,
  );
}

function reportsAsked(db: Database, filter: OpenReportFilter): SQL | undefined {
  const { agencyId, under, year, fromYear, toYear, kind, form, origin } = filter;
  return and(
    shownNow(db, {
      ...(agencyId !== undefined && { agencyIds: [agencyId] }),
      ...(year !== undefined && { year }),
      ...(kind !== undefined && { kind }),
    }),
    under === undefined ? undefined : sql`${publication.agencyId} in ${subtree(under)}`,
    fromYear === undefined ? undefined : gte(publication.year, fromYear),
    toYear === undefined ? undefined : lte(publication.year, toYear),
    form === undefined ? undefined : eq(revision.form, form),
    origin === undefined ? undefined : eq(revision.origin, origin),
  );
}

function afterReport(after: ReportKey | undefined): SQL | undefined {
  if (!after) return undefined;
  const { agencyId, year, kind } = after;
  return sql`(${publication.agencyId}, ${publication.year}, ${publication.kind}) > (${agencyId}, ${year}::int, ${kind})`;
}
