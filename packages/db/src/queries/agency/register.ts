import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { agency, agencyContact, agencyPeriod } from '../../tables/agency.ts';
import { agencyColumns, touchAgency, type Agency } from './agencies.ts';

/** Every period of every agency, each agency's in order, and when each agency was last changed. */
export async function listAgencyPeriods(db: Database): Promise<(Agency & { changedAt: Date })[]> {
  return db
    .select({ ...agencyColumns, changedAt: agency.changedAt })
    .from(agencyPeriod)
    .innerJoin(agency, eq(agency.id, agencyPeriod.agencyId))
    .orderBy(asc(agencyPeriod.agencyId), asc(agencyPeriod.validFrom));
}

/**
 * Lets writers to one agency's reports go one after the other, until the end of the transaction:
 * what is read after it still holds when something is written.
 */
export async function lockAgency(transaction: Database, agencyId: string): Promise<void> {
  await transaction.select({ id: agency.id }).from(agency).where(eq(agency.id, agencyId)).for('no key update');
}

/** Lets nobody else change any agency until the end of the transaction; reading goes on. */
export async function lockAgencies(transaction: Database): Promise<void> {
  await transaction.execute(sql`lock table ${agencyPeriod} in share row exclusive mode`);
}

export type AgencyContact = Omit<typeof agencyContact.$inferSelect, 'agencyId'>;

/** How the public reaches agencies, by id; all of them unless ids are given. */
export async function listAgencyContacts(db: Database, ids?: string[]): Promise<Map<string, AgencyContact>> {
  const rows = await db
    .select()
    .from(agencyContact)
    .where(ids && inArray(agencyContact.agencyId, ids));
  return new Map(rows.map(({ agencyId, ...contact }) => [agencyId, contact]));
}

/** Puts a contact in the place of the one before. */
export async function putAgencyContact(db: Database, agencyId: string, contact: AgencyContact): Promise<void> {
  await db.transaction(async (transaction) => {
    await transaction
      .insert(agencyContact)
      .values({ ...contact, agencyId })
      .onConflictDoUpdate({ target: agencyContact.agencyId, set: contact });
    await touchAgency(transaction, agencyId);
  });
}
