import { createHash } from 'node:crypto';
import { and, asc, eq, notExists, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { attachment, draftAttachment, revisionAttachment } from '../../tables/attachment.ts';
import { ofReport, ofRevision, type ReportKey, type RevisionKey } from '../common/report-key.ts';

export type Attachment = typeof attachment.$inferSelect;

/** A file with its name in a draft or a revision, without its content. */
export interface AttachedFile {
  sha256: string;
  name: string;
  mediaType: string;
  size: number;
}

/** Stores a file once, even if it is submitted repeatedly. @returns its SHA-256 */
export async function putAttachment(
  db: Database,
  file: { agencyId: string; mediaType: string; content: Uint8Array },
): Promise<string> {
  const sha256 = createHash('sha256').update(file.content).digest('hex');
  await db
    .insert(attachment)
    .values({ ...file, sha256, size: file.content.byteLength })
    .onConflictDoNothing();
  return sha256;
}

export async function getAttachment(db: Database, agencyId: string, sha256: string): Promise<Attachment | undefined> {
  const [found] = await db
    .select()
    .from(attachment)
    .where(and(eq(attachment.agencyId, agencyId), eq(attachment.sha256, sha256)));
  return found;
}

/** Deletes the agency's files that no draft and no revision uses any more. Must be called under the agency's lock. */
export async function deleteUnusedAttachments(db: Database, agencyId: string): Promise<void> {
  const usedBy = (link: Link) =>
    db
      .select({ one: sql`1` })
      .from(link)
      .where(sameFile(link));
  await db
    .delete(attachment)
    .where(
      and(eq(attachment.agencyId, agencyId), notExists(usedBy(draftAttachment)), notExists(usedBy(revisionAttachment))),
    );
}

export async function attachToDraft(db: Database, row: typeof draftAttachment.$inferInsert): Promise<void> {
  await db.insert(draftAttachment).values(row).onConflictDoNothing();
}

export async function attachToRevision(db: Database, row: typeof revisionAttachment.$inferInsert): Promise<void> {
  await db.insert(revisionAttachment).values(row).onConflictDoNothing();
}

export function listDraftAttachments(db: Database, key: ReportKey): Promise<AttachedFile[]> {
  return db
    .select(fileColumns(draftAttachment))
    .from(draftAttachment)
    .innerJoin(attachment, sameFile(draftAttachment))
    .where(ofReport(draftAttachment, key))
    .orderBy(asc(draftAttachment.name));
}

export function listRevisionAttachments(db: Database, key: RevisionKey): Promise<AttachedFile[]> {
  return db
    .select(fileColumns(revisionAttachment))
    .from(revisionAttachment)
    .innerJoin(attachment, sameFile(revisionAttachment))
    .where(ofRevision(revisionAttachment, key))
    .orderBy(asc(revisionAttachment.name));
}

type Link = typeof draftAttachment | typeof revisionAttachment;

const fileColumns = (link: Link) => ({
  sha256: attachment.sha256,
  name: link.name,
  mediaType: attachment.mediaType,
  size: attachment.size,
});

const sameFile = (link: Link) => and(eq(attachment.agencyId, link.agencyId), eq(attachment.sha256, link.sha256));
