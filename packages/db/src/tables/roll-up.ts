import { sql } from 'drizzle-orm';
import { check, date, foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { ofAgency } from './agency.ts';
import { user } from './auth.ts';
import { moment, reportKinds } from './columns.ts';
import { revision } from './revision.ts';

/** One roll-up of the reports below a government. Drafts and revisions refer to theirs. Append-only, like its parts. */
export const rollUp = pgTable(
  'roll_up',
  {
    agencyId: ofAgency(),
    year: integer().notNull(),
    /** Counts those of the government's year from 1. */
    number: integer().notNull(),
    userId: text().references(() => user.id),
    at: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.year, table.number] })],
);

const ofRollUp = () => ({ agencyId: text().notNull(), year: integer().notNull(), rollUp: integer().notNull() });

/** A revision that was added up. */
export const rollUpPart = pgTable(
  'roll_up_part',
  {
    ...ofRollUp(),
    partId: ofAgency(),
    kind: text({ enum: reportKinds }).notNull(),
    revision: integer().notNull(),
    digest: text().notNull(),
    /** The last day on which it was due, and the day on which it was first submitted, or first public. */
    dueOn: date().notNull(),
    handedInOn: date().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.agencyId, table.year, table.rollUp, table.partId] }),
    foreignKey({
      name: 'roll_up_part_roll_up',
      columns: [table.agencyId, table.year, table.rollUp],
      foreignColumns: [rollUp.agencyId, rollUp.year, rollUp.number],
    }),
    foreignKey({
      name: 'roll_up_part_revision',
      columns: [table.partId, table.year, table.kind, table.revision],
      foreignColumns: [revision.agencyId, revision.year, revision.kind, revision.number],
    }),
  ],
);

/**
 * `missing`: due, but no report was approved. `excluded`: not collected. `verticallyLed`: added up in its own system.
 */
export const absenceCauses = ['missing', 'excluded', 'verticallyLed'] as const;

/** A body below the government whose report was not added up, and why; published with the report. */
export const rollUpAbsence = pgTable(
  'roll_up_absence',
  {
    ...ofRollUp(),
    bodyId: ofAgency(),
    cause: text({ enum: absenceCauses }).notNull(),
    reason: text(),
  },
  (table) => [
    primaryKey({ columns: [table.agencyId, table.year, table.rollUp, table.bodyId] }),
    foreignKey({
      name: 'roll_up_absence_roll_up',
      columns: [table.agencyId, table.year, table.rollUp],
      foreignColumns: [rollUp.agencyId, rollUp.year, rollUp.number],
    }),
    check('roll_up_absence_cause', sql`${table.cause} in ('missing', 'excluded', 'verticallyLed')`),
  ],
);
