import { asc } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { review } from '../tables/review.ts';
import { lockAgency, nextNumber } from './append.ts';
import { ofRevision, type RevisionKey } from './report-key.ts';

export type Review = typeof review.$inferSelect;

export type NewReview = Omit<Review, 'number' | 'at'>;

/** Adds a step to the review of a revision. */
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

/** From the first step to the last. */
export function listReviews(db: Database, key: RevisionKey): Promise<Review[]> {
  return db.select().from(review).where(ofRevision(review, key)).orderBy(asc(review.number));
}
