import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { user } from './auth.ts';
import { moment, reportKey } from './columns.ts';
import { revision } from './revision.ts';

export const publicationActions = ['published', 'corrected', 'withdrawn'] as const;

/**
 * Publication event of a report. The last event determines what the public sees. Append-only: a trigger refuses any
 * change.
 */
export const publication = pgTable(
  'publication',
  {
    ...reportKey(),
    /** Counts the events of the report from 1. */
    number: integer().notNull(),
    action: text({ enum: publicationActions }).notNull(),
    revision: integer().notNull(),
    /** The day that the public page names; for an archived report the day of its first publication elsewhere. */
    publishedOn: date().notNull(),
    /** Where an archived report was first published: an address or the name of a place. */
    firstSource: text(),
    /** Note to the public on a correction or a withdrawal. */
    note: text(),
    userId: text().references(() => user.id),
    at: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.agencyId, table.year, table.kind, table.number] }),
    foreignKey({
      name: 'publication_revision',
      columns: [table.agencyId, table.year, table.kind, table.revision],
      foreignColumns: [revision.agencyId, revision.year, revision.kind, revision.number],
    }),
    index('publication_at').on(table.at),
    check('publication_action', sql`${table.action} in ('published', 'corrected', 'withdrawn')`),
  ],
);
