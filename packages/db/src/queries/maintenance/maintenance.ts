import { asc, count, getTableColumns, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { attachment } from '../../tables/attachment.ts';
import { figures } from '../../tables/figures.ts';
import { passage } from '../../tables/passage.ts';
import { revision } from '../../tables/revision.ts';
import { ofRevision, type ReportKey, type RevisionKey } from '../common/report-key.ts';
import type { Revision } from '../report/revisions.ts';

/** A revision with its stored figures, if there are any. */
export type StoredRevision = Revision & { cells: (bigint | null)[] | null };

export async function countRevisions(db: Database): Promise<number> {
  const [counted] = await db.select({ revisions: count() }).from(revision);
  return counted!.revisions;
}

/** Lists revisions in the order of their keys. @param after the last revision of the previous batch */
export function walkRevisions(db: Database, after: RevisionKey | undefined, limit: number): Promise<StoredRevision[]> {
  const { agencyId, year, kind, number } = revision;
  const key = { agencyId, year, kind, revision: number };
  return db
    .select({ ...getTableColumns(revision), cells: figures.cells })
    .from(revision)
    .leftJoin(figures, ofRevision(figures, key))
    .where(
      after &&
        sql`(${agencyId}, ${year}, ${kind}, ${number}) > (${after.agencyId}, ${after.year}::int, ${after.kind}, ${after.revision}::int)`,
    )
    .orderBy(asc(agencyId), asc(year), asc(kind), asc(number))
    .limit(limit);
}

/** Lists the reports that have search passages. */
export function listReportsWithPassages(db: Database): Promise<ReportKey[]> {
  const { agencyId, year, kind } = passage;
  return db.selectDistinct({ agencyId, year, kind }).from(passage);
}

/** Lists the files whose content does not match their digest. */
export function listDamagedAttachments(db: Database): Promise<{ agencyId: string; sha256: string }[]> {
  return db
    .select({ agencyId: attachment.agencyId, sha256: attachment.sha256 })
    .from(attachment)
    .where(sql`encode(sha256(${attachment.content}), 'hex') <> ${attachment.sha256}`);
}
