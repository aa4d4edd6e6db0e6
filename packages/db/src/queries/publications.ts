import { asc } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { publication } from '../tables/publication.ts';
import { lockAgency, nextNumber } from './append.ts';
import { ofReport, type ReportKey } from './report-key.ts';

export type Publication = typeof publication.$inferSelect;

export type NewPublication = Omit<Publication, 'number' | 'at'>;

/** Adds an event to what the public is shown of a report. */
export function appendPublication(db: Database, row: NewPublication): Promise<Publication> {
  return db.transaction(async (transaction) => {
    await lockAgency(transaction, row.agencyId);
    const [added] = await transaction
      .insert(publication)
      .values({ ...row, number: nextNumber(publication, ofReport(publication, row)) })
      .returning();
    return added as Publication;
  });
}

/** From the first event to the last. */
export function listPublications(db: Database, key: ReportKey): Promise<Publication[]> {
  return db.select().from(publication).where(ofReport(publication, key)).orderBy(asc(publication.number));
}
