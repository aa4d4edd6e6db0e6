import { and, eq, getTableColumns } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { user } from '../../tables/auth.ts';
import { earlySubmission, round } from '../../tables/round.ts';

/** A body that may submit before the year is over, and the name of the person who allowed it. */
export type EarlySubmission = typeof earlySubmission.$inferSelect & { userName: string | null };

/** Lists the early submissions allowed in a round. */
export function listEarlySubmissions(db: Database, roundId: string): Promise<EarlySubmission[]> {
  return db
    .select({ ...getTableColumns(earlySubmission), userName: user.name })
    .from(earlySubmission)
    .leftJoin(user, eq(user.id, earlySubmission.userId))
    .where(eq(earlySubmission.roundId, roundId));
}

/** Returns whether a body may submit its report of a year before the year is over, in any round. */
export async function isEarlySubmissionAllowed(db: Database, agencyId: string, year: number): Promise<boolean> {
  const found = await db
    .select({ roundId: round.id })
    .from(earlySubmission)
    .innerJoin(round, eq(round.id, earlySubmission.roundId))
    .where(and(eq(earlySubmission.agencyId, agencyId), eq(round.year, year)))
    .limit(1);
  return found.length > 0;
}

/** @returns whether it was added; false if it was allowed before */
export async function addEarlySubmission(db: Database, row: typeof earlySubmission.$inferInsert): Promise<boolean> {
  const added = await db
    .insert(earlySubmission)
    .values(row)
    .onConflictDoNothing()
    .returning({ roundId: earlySubmission.roundId });
  return added.length > 0;
}
