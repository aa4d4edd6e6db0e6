import { pgTable, text, unique } from 'drizzle-orm/pg-core';
import { agency } from './agency.ts';
import { user } from './auth.ts';
import { moment } from './columns.ts';

/** A role of a user for an agency and all below it, or for the installation if there is no agency. */
export const membership = pgTable(
  'membership',
  {
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    agencyId: text().references(() => agency.id),
    role: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [unique('membership_key').on(table.userId, table.agencyId, table.role).nullsNotDistinct()],
);
