import { asc, eq, or } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { agencyPeriod, agencySuccession } from '../../tables/agency.ts';
import { isCurrent, touchAgency } from './agencies.ts';

export type AgencySuccession = typeof agencySuccession.$inferSelect;

/** Records that one agency took over from another; a repeated call corrects the record. */
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

/** A predecessor or successor of an agency. */
export interface Relative extends AgencySuccession {
  predecessorName: string;
  /** The day from which the predecessor is dissolved; `null` if it continues. */
  predecessorDissolvedOn: string | null;
  successorName: string;
}

/** Lists the predecessors and successors of an agency with their current names, the earliest first. */
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
