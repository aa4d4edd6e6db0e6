import { and, desc, eq, getTableColumns } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { publication } from '../../tables/publication.ts';
import { revision } from '../../tables/revision.ts';
import { lockAgency } from '../agency/register.ts';
import { nextNumber } from '../common/numbering.ts';
import { ofReport, type ReportKey } from '../common/report-key.ts';

export type Revision = typeof revision.$inferSelect;

export type RevisionSummary = Omit<Revision, 'body' | 'provenance'>;

export type NewRevision = Omit<typeof revision.$inferInsert, 'number' | 'createdAt'>;

const { body: _, provenance: __, ...summary } = getTableColumns(revision);

/** Appends a revision under the report's next number. */
export function appendRevision(db: Database, row: NewRevision): Promise<RevisionSummary> {
  return db.transaction(async (transaction) => {
    await lockAgency(transaction, row.agencyId);
    const [added] = await transaction
      .insert(revision)
      .values({ ...row, number: nextNumber(revision, ofReport(revision, row)) })
      .returning(summary);
    return added as RevisionSummary;
  });
}

export async function getRevision(db: Database, key: ReportKey, number: number): Promise<Revision | undefined> {
  const [found] = await db
    .select()
    .from(revision)
    .where(and(ofReport(revision, key), eq(revision.number, number)));
  return found;
}

/**
 * Finds the first revision with that digest that is or was public. Several may exist, because the same content may be
 * submitted again.
 */
export async function findRevision(db: Database, digest: string): Promise<Revision | undefined> {
  const [found] = await db
    .select(getTableColumns(revision))
    .from(revision)
    .innerJoin(publication, and(ofReport(publication, revision), eq(publication.revision, revision.number)))
    .where(eq(revision.digest, digest))
    .orderBy(publication.at, publication.number)
    .limit(1);
  return found;
}

/** Lists the revisions of a report, the newest first. */
export function listRevisions(db: Database, key: ReportKey): Promise<RevisionSummary[]> {
  return db.select(summary).from(revision).where(ofReport(revision, key)).orderBy(desc(revision.number));
}
