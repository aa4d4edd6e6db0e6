import { customType, integer, text, timestamp } from 'drizzle-orm/pg-core';

/** Column of a moment with time zone. */
export const moment = () => timestamp({ withTimezone: true });

/** Array of integers; `null` for a cell without a number. */
export const bigints = customType<{ data: (bigint | null)[]; driverData: string | (string | null)[] }>({
  dataType: () => 'bigint[]',
  toDriver: (cells) => `{${cells.map((cell) => cell ?? 'NULL').join()}}`,
  // The driver parses arrays, but returns integers that may exceed a double as text.
  fromDriver: (cells) => (cells as (string | null)[]).map((cell) => (cell === null ? null : BigInt(cell))),
});

/** Column of raw bytes. */
export const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** Ids of the authors, in the order of their first contribution. */
export const authors = () => text().array().notNull().default([]);

/** `own`: 本机关. `consolidated`: 本级政府汇总. */
export const reportKinds = ['own', 'consolidated'] as const;

/**
 * Columns that identify a report. They lead the key of every table about reports, so that tables can be partitioned by
 * agency.
 */
export const reportKey = () => ({
  agencyId: text().notNull(),
  year: integer().notNull(),
  kind: text({ enum: reportKinds }).notNull(),
});
