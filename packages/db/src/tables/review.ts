import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { user } from './auth.ts';
import { moment, reportKey } from './columns.ts';
import { revision } from './revision.ts';

export const reviewActions = ['submitted', 'recalled', 'returned', 'accepted'] as const;

/** Review step of a revision. Append-only: a trigger refuses any change. */
export const review = pgTable(
  'review',
  {
    ...reportKey(),
    revision: integer().notNull(),
    /** Counts the steps of the revision from 1. */
    number: integer().notNull(),
    action: text({ enum: reviewActions }).notNull(),
    /** Codes of the reasons for returning it. */
    reasons: text().array().notNull().default([]),
    note: text(),
    userId: text().references(() => user.id),
    at: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.agencyId, table.year, table.kind, table.revision, table.number] }),
    foreignKey({
      name: 'review_revision',
      columns: [table.agencyId, table.year, table.kind, table.revision],
      foreignColumns: [revision.agencyId, revision.year, revision.kind, revision.number],
    }),
    check('review_action', sql`${table.action} in ('submitted', 'recalled', 'returned', 'accepted')`),
  ],
);
