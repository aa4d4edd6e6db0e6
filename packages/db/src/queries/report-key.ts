import { and, eq, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { reportKinds } from '../tables/columns.ts';

export type ReportKind = (typeof reportKinds)[number];

/** What names a report. */
export interface ReportKey {
  agencyId: string;
  year: number;
  kind: ReportKind;
}

/** What names a revision of it. */
export interface RevisionKey extends ReportKey {
  revision: number;
}

type Columns<Key> = Record<keyof Key, AnyPgColumn>;

/** Rows of the report; the second may be another table. */
export function ofReport(table: Columns<ReportKey>, key: ReportKey | Columns<ReportKey>): SQL | undefined {
  return and(eq(table.agencyId, key.agencyId), eq(table.year, key.year), eq(table.kind, key.kind));
}

export function ofRevision(table: Columns<RevisionKey>, key: RevisionKey | Columns<RevisionKey>): SQL | undefined {
  return and(ofReport(table, key), eq(table.revision, key.revision));
}
