import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { user } from '../../tables/auth.ts';
import { publication } from '../../tables/publication.ts';
import { revision } from '../../tables/revision.ts';
import { lockAgency } from '../agency/register.ts';
import { nextNumber } from '../common/numbering.ts';
import { ofReport, within, type ReportFilter, type ReportKey } from '../common/report-key.ts';

type Row = typeof publication.$inferSelect;

/** A publication event, with the digest of its revision and the name of its author. */
export type Publication = Row & { digest: string; userName: string | null };

export type NewPublication = Omit<Row, 'number' | 'at'>;

/** Appends a publication event to a report. @returns its number */
export function appendPublication(db: Database, row: NewPublication): Promise<number> {
  return db.transaction(async (transaction) => {
    await lockAgency(transaction, row.agencyId);
    const [added] = await transaction
      .insert(publication)
      // The statement's own time is used because a transaction may publish more than once.
      .values({ ...row, number: nextNumber(publication, ofReport(publication, row)), at: sql`clock_timestamp()` })
      .returning({ number: publication.number });
    return (added as Row).number;
  });
}

/** Lists the events of a report from the first to the last. */
export function listPublications(db: Database, key: ReportKey): Promise<Publication[]> {
  return events(db).where(ofReport(publication, key)).orderBy(asc(publication.number));
}

/** Lists the events of many reports, those of each report from the first to the last. */
export function listPublicationsOf(db: Database, filter: ReportFilter): Promise<Publication[]> {
  return events(db)
    .where(within(publication, filter))
    .orderBy(asc(publication.agencyId), asc(publication.year), asc(publication.kind), asc(publication.number));
}

function events(db: Database) {
  return db
    .select({ ...getTableColumns(publication), digest: revision.digest, userName: user.name })
    .from(publication)
    .leftJoin(user, eq(user.id, publication.userId))
    .innerJoin(revision, and(ofReport(revision, publication), eq(revision.number, publication.revision)))
    .$dynamic();
}
