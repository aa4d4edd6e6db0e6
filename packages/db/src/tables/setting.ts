import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';

/** What the installation remembers of itself. */
export const setting = pgTable('setting', {
  key: text().primaryKey(),
  value: jsonb().notNull(),
});
