import { asc, eq, or } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { agencyPeriod, agencySuccession } from '../../tables/agency.ts';
import { isCurrent, touchAgency } from './agencies.ts';

export type AgencySuccession = typeof agencySuccession.$inferSelect;

/** Notes that one agency took over from another; a second time it is put right. */
export async function putSuccession(db: Database, succession: AgencySuccession): Promise<void> {
  const { successorId, predecessorId, ...rest } = succession;
  await db.transaction(async (transaction) => {
    await transaction
      .insert(agencySuccession)
      .values(succession)
      .onConflictDoUpdate({ target: [agencySuccession.successorId, agencySuccession.predecessorId], set: rest });
    for (const id of [successorId, predecessorId]) await touchAgency(transaction, id);
  });
}

/** Another agency that one took over from, or that took over from it. */
export interface Relative extends AgencySuccession {
  predecessorName: string;
  /** The first day on which the predecessor was no more; `null` where it goes on. */
  predecessorDissolvedOn: string | null;
  successorName: string;
}

/** Whom an agency took over from and who took over from it, the earliest first, by the names of today. */
export async function listSuccessions(db: Database, agencyId: string): Promise<Relative[]> {
  const predecessor = db.$with('predecessor').as(db.select().from(agencyPeriod).where(isCurrent));
  const successor = db.$with('successor').as(db.select().from(agencyPeriod).where(isCurrent));
  const { successorId, predecessorId, kind, takenOverOn } = agencySuccession;
  return db
    .with(predecessor, successor)
    .select({
      ...{ successorId, predecessorId, kind, takenOverOn },
      predecessorName: predecessor.name,
      predecessorDissolvedOn: predecessor.dissolvedOn,
      successorName: successor.name,
    })
    .from(agencySuccession)
    .innerJoin(predecessor, eq(predecessor.agencyId, predecessorId))
    .innerJoin(successor, eq(successor.agencyId, successorId))
    .where(or(eq(successorId, agencyId), eq(predecessorId, agencyId)))
    .orderBy(asc(takenOverOn), asc(predecessorId), asc(successorId));
}
