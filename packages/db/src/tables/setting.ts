import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';

/** Settings of the installation. */
export const setting = pgTable('setting', {
  key: text().primaryKey(),
  value: jsonb().notNull(),
});
