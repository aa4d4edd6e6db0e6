import { sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';

/** The number after the last among these rows, from 1; under the agency's lock nobody else takes it. */
export function nextNumber(table: PgTable & { number: AnyPgColumn }, rows: SQL | undefined): SQL<number> {
  return sql`(select coalesce(max(${table.number}), 0) + 1 from ${table} where ${rows})`;
}
