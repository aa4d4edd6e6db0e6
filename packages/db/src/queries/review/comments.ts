import { and, asc, eq, getTableColumns } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { user } from '../../tables/auth.ts';
import { comment, commentReply } from '../../tables/comment.ts';
import { lockAgency } from '../agency/register.ts';
import { nextNumber } from '../common/numbering.ts';
import { ofReport, ofRevision, type ReportKey, type RevisionKey } from '../common/report-key.ts';

type Row = typeof comment.$inferSelect;
type ReplyRow = typeof commentReply.$inferSelect;

/** Text and place of a new comment. */
export type NewComment = Pick<Row, 'target' | 'place' | 'text'>;

export type CommentReply = ReplyRow & { userName: string | null };

/** A comment on a revision, with the name of its author and its replies. */
export type Comment = Row & { userName: string | null; replies: CommentReply[] };

/** Appends comments to a revision in this order. */
export async function addComments(
  db: Database,
  key: RevisionKey & { userId: string | null; at?: Date },
  comments: readonly NewComment[],
): Promise<void> {
  await db.transaction(async (transaction) => {
    await lockAgency(transaction, key.agencyId);
    for (const { target, place, text } of comments)
      await transaction
        .insert(comment)
        .values({ ...key, target, place, text, number: nextNumber(comment, ofRevision(comment, key)) });
  });
}

/** Lists the comments on all revisions of a report with their replies, those on the first revision first. */
export async function listComments(db: Database, key: ReportKey): Promise<Comment[]> {
  const comments = await db
    .select({ ...getTableColumns(comment), userName: user.name })
    .from(comment)
    .leftJoin(user, eq(user.id, comment.userId))
    .where(ofReport(comment, key))
    .orderBy(asc(comment.revision), asc(comment.number));
  if (comments.length === 0) return [];
  const replies = await db
    .select({ ...getTableColumns(commentReply), userName: user.name })
    .from(commentReply)
    .leftJoin(user, eq(user.id, commentReply.userId))
    .where(ofReport(commentReply, key))
    .orderBy(asc(commentReply.number));
  return comments.map((made) => ({
    ...made,
    replies: replies.filter((reply) => reply.revision === made.revision && reply.comment === made.number),
  }));
}

/** Adds a reply to a comment. @returns whether there is such a comment */
export async function addReply(db: Database, row: Omit<typeof commentReply.$inferInsert, 'number'>): Promise<boolean> {
  return db.transaction(async (transaction) => {
    await lockAgency(transaction, row.agencyId);
    const [found] = await transaction
      .select({ number: comment.number })
      .from(comment)
      .where(and(ofRevision(comment, row), eq(comment.number, row.comment)));
    if (!found) return false;
    const replies = and(ofRevision(commentReply, row), eq(commentReply.comment, row.comment));
    await transaction.insert(commentReply).values({ ...row, number: nextNumber(commentReply, replies) });
    return true;
  });
}
