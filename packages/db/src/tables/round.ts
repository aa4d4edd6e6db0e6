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

/**
 * `afterDue`: a body may submit until its last day. `locked`: no body may submit. `open`: every body may submit at any
 * time.
 */
export const roundLocks = ['afterDue', 'locked', 'open'] as const;

/** The collection of a year's reports by one government. Days are days in Asia/Shanghai. */
export const round = pgTable(
  'round',
  {
    id: text().primaryKey(),
    /** The government that collects. */
    agencyId: ofAgency(),
    year: integer().notNull(),
    /** Due day of the bodies' own reports. */
    dueOwn: date().notNull(),
    /** Due day of governments' consolidated reports. */
    dueConsolidated: date().notNull(),
    lock: text({ enum: roundLocks }).notNull(),
    /** Note to the bodies that report. */
    note: text(),
    announcedBy: text().references(() => user.id),
    announcedAt: moment().notNull(),
    /** Time of the last change, which public pages show. */
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
    /** Why its report is not collected here; `null` if it is due. */
    excludedFor: text(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.agencyId] }),
    index('round_agency_agency').on(table.agencyId),
  ],
);

/** Extension for one body, with its reason. The last one applies. Append-only: a trigger refuses any change. */
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
 * Permission for a body to submit before the year is over, with its reason, for instance if it is dissolved during the
 * year. Append-only: a trigger refuses any change.
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

/** A reminder by e-mail: at most one a day to each address across all processes. */
export const reminder = pgTable(
  'reminder',
  {
    day: date().notNull(),
    address: text().notNull(),
    roundId: text()
      .notNull()
      .references(() => round.id),
    agencyIds: text().array().notNull(),
    /** Whether the mail server accepted it; a failed one may be retried the same day. */
    sent: boolean().notNull(),
    userId: text().references(() => user.id),
    at: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.address] }), index('reminder_round').on(table.roundId)],
);
