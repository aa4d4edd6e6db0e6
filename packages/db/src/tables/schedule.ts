import { foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { user } from './auth.ts';
import { moment, reportKey } from './columns.ts';
import { revision } from './revision.ts';

/** A publication to come: at most one for each report. It is gone once it was made, or called off. */
export const schedule = pgTable(
  'schedule',
  {
    ...reportKey(),
    /** The accepted revision. */
    revision: integer().notNull(),
    /** From this moment on it is to be public. */
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
