import { and, eq, inArray, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { reportKinds } from '../../tables/columns.ts';

export type ReportKind = (typeof reportKinds)[number];

/** Identifies a report. */
export interface ReportKey {
  agencyId: string;
  year: number;
  kind: ReportKind;
}

/** Identifies a revision of a report. */
export interface RevisionKey extends ReportKey {
  revision: number;
}

type Columns<Key> = Record<keyof Key, AnyPgColumn>;

/** Selects the rows of a report; `key` may also be the columns of another table. */
export function ofReport(table: Columns<ReportKey>, key: ReportKey | Columns<ReportKey>): SQL | undefined {
  return and(eq(table.agencyId, key.agencyId), eq(table.year, key.year), eq(table.kind, key.kind));
}

export function ofRevision(table: Columns<RevisionKey>, key: RevisionKey | Columns<RevisionKey>): SQL | undefined {
  return and(ofReport(table, key), eq(table.revision, key.revision));
}

/** Filter of reports. */
export interface ReportFilter {
  agencyIds?: string[];
  year?: number;
  kind?: ReportKind;
}

/** Selects the rows of the reports that match a filter. */
export function within(table: Columns<ReportKey>, { agencyIds, year, kind }: ReportFilter): SQL | undefined {
  return and(
    agencyIds && inArray(table.agencyId, agencyIds),
    year === undefined ? undefined : eq(table.year, year),
    kind && eq(table.kind, kind),
  );
}
