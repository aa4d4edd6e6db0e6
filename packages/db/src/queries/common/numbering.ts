import { sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';

/** Computes the next number of these rows, from 1. The agency's lock ensures that no other transaction uses it. */
export function nextNumber(table: PgTable & { number: AnyPgColumn }, rows: SQL | undefined): SQL<number> {
  return sql`(select coalesce(max(${table.number}), 0) + 1 from ${table} where ${rows})`;
}
