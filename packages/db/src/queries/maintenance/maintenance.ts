import { asc, count, getTableColumns, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { attachment } from '../../tables/attachment.ts';
import { figures } from '../../tables/figures.ts';
import { passage } from '../../tables/passage.ts';
import { revision } from '../../tables/revision.ts';
import { ofRevision, type ReportKey, type RevisionKey } from '../common/report-key.ts';
import type { Revision } from '../report/revisions.ts';

/** A revision with the figures that are stored of it, if any are. */
export type StoredRevision = Revision & { cells: (bigint | null)[] | null };

export async function countRevisions(db: Database): Promise<number> {
  const [counted] = await db.select({ revisions: count() }).from(revision);
  return counted!.revisions;
}

/** Walks over all revisions by their keys. @param after the last one of the walk so far */
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

/** Reports by whose text the public finds something. */
export function listReportsWithPassages(db: Database): Promise<ReportKey[]> {
  const { agencyId, year, kind } = passage;
  return db.selectDistinct({ agencyId, year, kind }).from(passage);
}

/** Files whose content is not what they are known by. */
export function listDamagedAttachments(db: Database): Promise<{ agencyId: string; sha256: string }[]> {
  return db
    .select({ agencyId: attachment.agencyId, sha256: attachment.sha256 })
    .from(attachment)
    .where(sql`encode(sha256(${attachment.content}), 'hex') <> ${attachment.sha256}`);
}
