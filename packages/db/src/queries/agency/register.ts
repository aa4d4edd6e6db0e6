import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { agency, agencyContact, agencyPeriod } from '../../tables/agency.ts';
import { agencyColumns, touchAgency, type Agency } from './agencies.ts';

/** Lists every period of every agency in order, with the time of the agency's last change. */
export async function listAgencyPeriods(db: Database): Promise<(Agency & { changedAt: Date })[]> {
  return db
    .select({ ...agencyColumns, changedAt: agency.changedAt })
    .from(agencyPeriod)
    .innerJoin(agency, eq(agency.id, agencyPeriod.agencyId))
    .orderBy(asc(agencyPeriod.agencyId), asc(agencyPeriod.validFrom));
}

/**
 * Serialises writers of one agency's reports until the end of the transaction, so that data read after it is still
 * valid at the time of writing.
 */
export async function lockAgency(transaction: Database, agencyId: string): Promise<void> {
  await transaction.select({ id: agency.id }).from(agency).where(eq(agency.id, agencyId)).for('no key update');
}

/** Prevents other transactions from changing agencies until the end of this one; reads continue. */
export async function lockAgencies(transaction: Database): Promise<void> {
  await transaction.execute(sql`lock table ${agencyPeriod} in share row exclusive mode`);
}

export type AgencyContact = Omit<typeof agencyContact.$inferSelect, 'agencyId'>;

/** Returns the public contact details of agencies by id; of all agencies unless ids are given. */
export async function listAgencyContacts(db: Database, ids?: string[]): Promise<Map<string, AgencyContact>> {
  const rows = await db
    .select()
    .from(agencyContact)
    .where(ids && inArray(agencyContact.agencyId, ids));
  return new Map(rows.map(({ agencyId, ...contact }) => [agencyId, contact]));
}

/** Sets or replaces the contact details of an agency. */
export async function putAgencyContact(db: Database, agencyId: string, contact: AgencyContact): Promise<void> {
  await db.transaction(async (transaction) => {
    await transaction
      .insert(agencyContact)
      .values({ ...contact, agencyId })
      .onConflictDoUpdate({ target: agencyContact.agencyId, set: contact });
    await touchAgency(transaction, agencyId);
  });
}
