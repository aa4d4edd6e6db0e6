import { eq, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Database } from '../database.ts';
import { agency } from '../tables/agency.ts';

/**
 * Lets writers to one agency's reports go one after the other, until the end of the transaction:
 * what is read after it still holds when something is written.
 */
export async function lockAgency(transaction: Database, agencyId: string): Promise<void> {
  await transaction.select({ id: agency.id }).from(agency).where(eq(agency.id, agencyId)).for('no key update');
}

/** The number after the last among these rows, from 1; under the agency's lock nobody else takes it. */
export function nextNumber(table: PgTable & { number: AnyPgColumn }, rows: SQL | undefined): SQL<number> {
  return sql`(select coalesce(max(${table.number}), 0) + 1 from ${table} where ${rows})`;
}
