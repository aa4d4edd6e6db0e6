import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** A body that reports. Its id (ULID) is opaque and permanent. */
export const agency = pgTable('agency', {
  id: text().primaryKey(),
  createdAt: moment().notNull().defaultNow(),
});

export const ofAgency = () =>
  text()
    .notNull()
    .references(() => agency.id);

/** What an agency is called and where it belongs, from one day until another. The current period has no end. */
export const agencyPeriod = pgTable(
  'agency_period',
  {
    agencyId: ofAgency(),
    validFrom: date().notNull(),
    /** The first day on which the period no longer holds. */
    validTo: date(),
    name: text().notNull(),
    kind: text().notNull(),
    level: text().notNull(),
    /** The agency into whose consolidated report this one's is added. */
    parentId: text().references(() => agency.id),
    /** GB/T 2260 or GB/T 10114. */
    divisionCode: text(),
    /** GB 32100. */
    creditCode: text(),
  },
  (table) => [
    primaryKey({ columns: [table.agencyId, table.validFrom] }),
    uniqueIndex('agency_period_current')
      .on(table.agencyId)
      .where(sql`${table.validTo} is null`),
    index('agency_period_parent').on(table.parentId),
    index('agency_period_name').using('gin', table.name.op('gin_trgm_ops')),
    check('agency_period_order', sql`${table.validFrom} < ${table.validTo}`),
  ],
);
