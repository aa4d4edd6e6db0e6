import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { ofAgency } from './agency.ts';
import { user } from './auth.ts';
import { moment } from './columns.ts';

/** `afterDue`: each body until its day. `locked`: nobody from now on. `open`: everybody at any time. */
export const roundLocks = ['afterDue', 'locked', 'open'] as const;

/** The collection of a year's reports by one government. Days are days in Asia/Shanghai. */
export const round = pgTable(
  'round',
  {
    id: text().primaryKey(),
    /** The government that collects. */
    agencyId: ofAgency(),
    year: integer().notNull(),
    /** The last day of the bodies' own reports. */
    dueOwn: date().notNull(),
    /** The last day of governments' consolidated reports. */
    dueConsolidated: date().notNull(),
    lock: text({ enum: roundLocks }).notNull(),
    /** Said to the bodies that report. */
    note: text(),
    announcedBy: text().references(() => user.id),
    announcedAt: moment().notNull(),
    /** When anything about it was last changed: public pages show it. */
    changedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique('round_key').on(table.agencyId, table.year),
    index('round_year').on(table.year),
    check('round_lock', sql`${table.lock} in ('afterDue', 'locked', 'open')`),
  ],
);

/** A body below the government, and whether its report is collected. */
export const roundAgency = pgTable(
  'round_agency',
  {
    roundId: text()
      .notNull()
      .references(() => round.id),
    agencyId: ofAgency(),
    /** Why its report is not collected here; `null` where it is due. */
    excludedFor: text(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.agencyId] }),
    index('round_agency_agency').on(table.agencyId),
  ],
);

/** More time for one body, and why. The last one counts. Append-only: a trigger refuses any change. */
export const extension = pgTable(
  'extension',
  {
    roundId: text().notNull(),
    agencyId: text().notNull(),
    /** Counts the extensions of the body from 1. */
    number: integer().notNull(),
    /** The last day. */
    until: date().notNull(),
    reason: text().notNull(),
    userId: text().references(() => user.id),
    at: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.agencyId, table.number] }),
    foreignKey({
      name: 'extension_round_agency',
      columns: [table.roundId, table.agencyId],
      foreignColumns: [roundAgency.roundId, roundAgency.agencyId],
    }),
  ],
);

/**
 * A body that may submit before the year is over, and why: one dissolved during the year, for instance.
 * Append-only: a trigger refuses any change.
 */
export const earlySubmission = pgTable(
  'early_submission',
  {
    roundId: text().notNull(),
    agencyId: text().notNull(),
    reason: text().notNull(),
    userId: text().references(() => user.id),
    at: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.agencyId] }),
    foreignKey({
      name: 'early_submission_round_agency',
      columns: [table.roundId, table.agencyId],
      foreignColumns: [roundAgency.roundId, roundAgency.agencyId],
    }),
  ],
);

/** A reminder by e-mail: at most one a day to each address, whichever process sends it. */
export const reminder = pgTable(
  'reminder',
  {
    day: date().notNull(),
    address: text().notNull(),
    roundId: text()
      .notNull()
      .references(() => round.id),
    agencyIds: text().array().notNull(),
    /** Whether the server for outgoing mail took it; a failed one may be tried again the same day. */
    sent: boolean().notNull(),
    userId: text().references(() => user.id),
    at: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.address] }), index('reminder_round').on(table.roundId)],
);
