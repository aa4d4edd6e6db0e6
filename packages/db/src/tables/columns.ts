import { customType, integer, text, timestamp } from 'drizzle-orm/pg-core';

/** A moment, with its zone. */
export const moment = () => timestamp({ withTimezone: true });

/** Whole numbers in a row; `null` where a cell holds none. */
export const bigints = customType<{ data: (bigint | null)[]; driverData: string | (string | null)[] }>({
  dataType: () => 'bigint[]',
  toDriver: (cells) => `{${cells.map((cell) => cell ?? 'NULL').join()}}`,
  // The driver parses arrays, but leaves what may exceed a double as text.
  fromDriver: (cells) => (cells as (string | null)[]).map((cell) => (cell === null ? null : BigInt(cell))),
});

/** Bytes as they are. */
export const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** Ids of the persons whose work it is, in the order in which they came to it. */
export const authors = () => text().array().notNull().default([]);

/** `own`: 本机关. `consolidated`: 本级政府汇总. */
export const reportKinds = ['own', 'consolidated'] as const;

/** What names a report: it leads the key of every table about reports, so that they can be distributed by agency. */
export const reportKey = () => ({
  agencyId: text().notNull(),
  year: integer().notNull(),
  kind: text({ enum: reportKinds }).notNull(),
});
