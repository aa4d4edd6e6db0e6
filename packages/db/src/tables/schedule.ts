import { foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { user } from './auth.ts';
import { moment, reportKey } from './columns.ts';
import { revision } from './revision.ts';

/** A scheduled publication; at most one for each report. It is deleted once it is made or cancelled. */
export const schedule = pgTable(
  'schedule',
  {
    ...reportKey(),
    /** The approved revision. */
    revision: integer().notNull(),
    /** The moment from which it is to be public. */
    due: moment().notNull(),
    userId: text().references(() => user.id),
    at: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.agencyId, table.year, table.kind] }),
    index('schedule_due').on(table.due),
    foreignKey({
      name: 'schedule_revision',
      columns: [table.agencyId, table.year, table.kind, table.revision],
      foreignColumns: [revision.agencyId, revision.year, revision.kind, revision.number],
    }),
  ],
);
