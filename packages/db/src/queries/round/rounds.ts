import { and, asc, desc, eq, getTableColumns, inArray, isNull, or, sql } from 'drizzle-orm';
import { ulid } from 'ulid';
import type { Database } from '../../database.ts';
import { agencyPeriod } from '../../tables/agency.ts';
import { user } from '../../tables/auth.ts';
import { extension, round, roundAgency } from '../../tables/round.ts';
import { isCurrent } from '../agency/agencies.ts';
import { nextNumber } from '../common/numbering.ts';

type Row = typeof round.$inferSelect;

/** A round, with the current name of its government and the name of the person who announced it. */
export type Round = Row & { agencyName: string; announcedByName: string | null };

export type NewRound = Omit<Row, 'id' | 'changedAt'>;

export type RoundAgency = Omit<typeof roundAgency.$inferSelect, 'roundId'>;

/** An extension for a body, and the name of the person who granted it. */
export type Extension = typeof extension.$inferSelect & { userName: string | null };

/** @returns its id, or undefined if the government already has one for the year */
export async function addRound(db: Database, row: NewRound, agencies: RoundAgency[]): Promise<string | undefined> {
  return db.transaction(async (transaction) => {
    const [added] = await transaction
      .insert(round)
      .values({ ...row, id: ulid() })
      .onConflictDoNothing()
      .returning({ id: round.id });
    if (added && agencies.length > 0)
      await transaction.insert(roundAgency).values(agencies.map((each) => ({ ...each, roundId: added.id })));
    return added?.id;
  });
}

export async function getRound(db: Database, agencyId: string, year: number): Promise<Round | undefined> {
  const [found] = await rounds(db).where(and(eq(round.agencyId, agencyId), eq(round.year, year)));
  return found;
}

/** Lists rounds, the latest year first. */
export function listRounds(db: Database, agencyIds?: string[]): Promise<Round[]> {
  return rounds(db)
    .where(agencyIds && inArray(round.agencyId, agencyIds))
    .orderBy(desc(round.year), asc(agencyPeriod.name));
}

export async function changeRound(
  db: Database,
  id: string,
  changes: Partial<Pick<Row, 'dueOwn' | 'dueConsolidated' | 'lock' | 'note'>>,
): Promise<void> {
  await db
    .update(round)
    .set({ ...changes, changedAt: sql`clock_timestamp()` })
    .where(eq(round.id, id));
}

export async function listRoundAgencies(db: Database, roundId: string): Promise<RoundAgency[]> {
  const { agencyId, excludedFor } = roundAgency;
  return db.select({ agencyId, excludedFor }).from(roundAgency).where(eq(roundAgency.roundId, roundId));
}

/** Adds a body to a round, or changes whether its report is collected. */
export async function putRoundAgency(
  db: Database,
  roundId: string,
  { agencyId, excludedFor }: RoundAgency,
): Promise<void> {
  await db
    .insert(roundAgency)
    .values({ roundId, agencyId, excludedFor })
    .onConflictDoUpdate({ target: [roundAgency.roundId, roundAgency.agencyId], set: { excludedFor } });
}

/** Lists the rounds of the year in which the body's report is due. */
export async function listRoundsOf(db: Database, agencyId: string, year: number): Promise<Round[]> {
  return rounds(db)
    .innerJoin(roundAgency, eq(roundAgency.roundId, round.id))
    .where(and(eq(round.year, year), eq(roundAgency.agencyId, agencyId), isNull(roundAgency.excludedFor)));
}

/**
 * Lists the rounds in which the agencies' reports are due, each with those agencies. A government's own report is due
 * in its own round.
 */
export async function listRoundsWith(
  db: Database,
  agencyIds: string[],
): Promise<{ round: Round; agencyIds: string[] }[]> {
  const due = await db
    .select({ roundId: roundAgency.roundId, agencyId: roundAgency.agencyId })
    .from(roundAgency)
    .where(and(inArray(roundAgency.agencyId, agencyIds), isNull(roundAgency.excludedFor)));
  const found = await rounds(db).where(
    or(inArray(round.agencyId, agencyIds), inArray(round.id, [...new Set(due.map(({ roundId }) => roundId))])),
  );
  const members = Map.groupBy(due, ({ roundId }) => roundId);
  return found.map((round) => ({
    round,
    agencyIds: [
      ...(agencyIds.includes(round.agencyId) ? [round.agencyId] : []),
      ...(members.get(round.id) ?? []).map(({ agencyId }) => agencyId),
    ],
  }));
}

/** Lists the extensions of a round, or of one body in it, the first one first. */
export function listExtensions(db: Database, roundId: string, agencyId?: string): Promise<Extension[]> {
  return db
    .select({ ...getTableColumns(extension), userName: user.name })
    .from(extension)
    .leftJoin(user, eq(user.id, extension.userId))
    .where(and(eq(extension.roundId, roundId), agencyId === undefined ? undefined : eq(extension.agencyId, agencyId)))
    .orderBy(asc(extension.agencyId), asc(extension.number));
}

/** Appends an extension. The lock of the round's government ensures that no other transaction uses its number. */
export async function appendExtension(db: Database, row: Omit<typeof extension.$inferInsert, 'number'>): Promise<void> {
  const before = and(eq(extension.roundId, row.roundId), eq(extension.agencyId, row.agencyId));
  await db.insert(extension).values({ ...row, number: nextNumber(extension, before) });
}

function rounds(db: Database) {
  return db
    .select({ ...getTableColumns(round), agencyName: agencyPeriod.name, announcedByName: user.name })
    .from(round)
    .innerJoin(agencyPeriod, and(eq(agencyPeriod.agencyId, round.agencyId), isCurrent))
    .leftJoin(user, eq(user.id, round.announcedBy))
    .$dynamic();
}
