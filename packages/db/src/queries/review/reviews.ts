import { asc, eq, getTableColumns } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { user } from '../../tables/auth.ts';
import { review } from '../../tables/review.ts';
import { lockAgency } from '../agency/register.ts';
import { nextNumber } from '../common/numbering.ts';
import {
  ofReport,
  ofRevision,
  within,
  type ReportFilter,
  type ReportKey,
  type RevisionKey,
} from '../common/report-key.ts';

export type Review = typeof review.$inferSelect;

export type NewReview = Omit<typeof review.$inferInsert, 'number'>;

/** A review step, and the name of its author. */
export type ReviewStep = Review & { userName: string | null };

/** Appends a step to the review of a revision. */
export function appendReview(db: Database, row: NewReview): Promise<Review> {
  return db.transaction(async (transaction) => {
    await lockAgency(transaction, row.agencyId);
    const [added] = await transaction
      .insert(review)
      .values({ ...row, number: nextNumber(review, ofRevision(review, row)) })
      .returning();
    return added as Review;
  });
}

/** Lists the steps of a revision from the first to the last. */
export function listReviews(db: Database, key: RevisionKey): Promise<Review[]> {
  return db.select().from(review).where(ofRevision(review, key)).orderBy(asc(review.number));
}

/** Lists the steps of all revisions of a report, those of the first revision first. */
export function listReviewSteps(db: Database, key: ReportKey): Promise<ReviewStep[]> {
  return steps(db).where(ofReport(review, key)).orderBy(asc(review.revision), asc(review.number));
}

/** Lists the steps of all revisions of many reports, those of each report's first revision first. */
export function listReviewStepsOf(db: Database, filter: ReportFilter): Promise<ReviewStep[]> {
  return steps(db)
    .where(within(review, filter))
    .orderBy(asc(review.agencyId), asc(review.year), asc(review.kind), asc(review.revision), asc(review.number));
}

function steps(db: Database) {
  return db
    .select({ ...getTableColumns(review), userName: user.name })
    .from(review)
    .leftJoin(user, eq(user.id, review.userId))
    .$dynamic();
}
