import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { revision } from '../../tables/revision.ts';
import { rollUp, rollUpAbsence, rollUpPart } from '../../tables/roll-up.ts';
import { nextNumber } from '../common/numbering.ts';
import { ofReport, type RevisionKey } from '../common/report-key.ts';
import type { Revision } from '../report/revisions.ts';

/** A revision that was added up. */
export type RollUpPartRow = Omit<typeof rollUpPart.$inferSelect, 'agencyId' | 'year' | 'rollUp'>;

/** A body that was left out. */
export type RollUpAbsenceRow = Omit<typeof rollUpAbsence.$inferSelect, 'agencyId' | 'year' | 'rollUp'>;

/** Identifies a roll-up. */
export interface RollUpKey {
  agencyId: string;
  year: number;
  number: number;
}

export interface StoredRollUp extends RollUpKey {
  at: Date;
  parts: RollUpPartRow[];
  absences: RollUpAbsenceRow[];
}

/**
 * Appends a roll-up under the government's next number of the year. The government's lock ensures that no other
 * transaction uses it.
 */
export async function appendRollUp(
  db: Database,
  { parts, absences, ...row }: Omit<typeof rollUp.$inferInsert, 'number'> & Pick<StoredRollUp, 'parts' | 'absences'>,
): Promise<number> {
  return db.transaction(async (transaction) => {
    const { agencyId, year } = row;
    const before = and(eq(rollUp.agencyId, agencyId), eq(rollUp.year, year));
    const [added] = await transaction
      .insert(rollUp)
      .values({ ...row, number: nextNumber(rollUp, before) })
      .returning({ number: rollUp.number });
    const of = { agencyId, year, rollUp: added!.number };
    if (parts.length > 0) await transaction.insert(rollUpPart).values(parts.map((part) => ({ ...part, ...of })));
    if (absences.length > 0)
      await transaction.insert(rollUpAbsence).values(absences.map((absence) => ({ ...absence, ...of })));
    return of.rollUp;
  });
}

export async function getRollUp(
  db: Database,
  { agencyId, year, number }: RollUpKey,
): Promise<StoredRollUp | undefined> {
  const of = (table: typeof rollUpPart | typeof rollUpAbsence) =>
    and(eq(table.agencyId, agencyId), eq(table.year, year), eq(table.rollUp, number));
  const [found] = await db
    .select({ at: rollUp.at })
    .from(rollUp)
    .where(and(eq(rollUp.agencyId, agencyId), eq(rollUp.year, year), eq(rollUp.number, number)));
  if (!found) return undefined;
  const parts = await db.select().from(rollUpPart).where(of(rollUpPart)).orderBy(asc(rollUpPart.partId));
  const absences = await db.select().from(rollUpAbsence).where(of(rollUpAbsence)).orderBy(asc(rollUpAbsence.bodyId));
  return {
    ...{ agencyId, year, number, at: found.at },
    parts: parts.map(({ agencyId: _, year: __, rollUp: ___, ...part }) => part),
    absences: absences.map(({ agencyId: _, year: __, rollUp: ___, ...absence }) => absence),
  };
}

/** Lists many revisions with their content, unordered. */
export async function listRevisionBodies(db: Database, keys: readonly RevisionKey[]): Promise<Revision[]> {
  const [first] = keys;
  if (!first) return [];
  const sameYear = keys.every(({ year, kind }) => year === first.year && kind === first.kind);
  // One kind of one year is the usual case, and both engines look up a list fastest.
  if (!sameYear)
    return db
      .select()
      .from(revision)
      .where(or(...keys.map((key) => and(ofReport(revision, key), eq(revision.number, key.revision)))));
  const wanted = new Map(keys.map(({ agencyId, revision }) => [agencyId, revision]));
  const found = await db
    .select()
    .from(revision)
    .where(
      and(
        eq(revision.year, first.year),
        eq(revision.kind, first.kind),
        inArray(revision.agencyId, [...wanted.keys()]),
        inArray(revision.number, [...new Set(wanted.values())]),
      ),
    );
  return found.filter(({ agencyId, number }) => wanted.get(agencyId) === number);
}
