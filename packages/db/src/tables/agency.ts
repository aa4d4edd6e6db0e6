import type { AgencyKind, AgencyLevel } from '@gongkai/schema';
import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** An agency that makes reports. Its id (ULID) is opaque and permanent. */
export const agency = pgTable('agency', {
  id: text().primaryKey(),
  createdAt: moment().notNull().defaultNow(),
  /** Time of the last change; a change states the version on which it is based. */
  changedAt: moment().notNull().defaultNow(),
});

export const ofAgency = () =>
  text()
    .notNull()
    .references(() => agency.id);

/** Name, kind, level, parent and codes of an agency from one day until another. The current period has no end. */
export const agencyPeriod = pgTable(
  'agency_period',
  {
    agencyId: ofAgency(),
    validFrom: date().notNull(),
    /** The first day after the period. */
    validTo: date(),
    /** The day from which the agency is dissolved. Only its last period has one, and keeps the last attributes. */
    dissolvedOn: date(),
    name: text().notNull(),
    kind: text().$type<AgencyKind>().notNull(),
    level: text().$type<AgencyLevel>().notNull(),
    /** The agency whose consolidated report includes this one's report. */
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
    check(
      'agency_period_dissolved',
      sql`${table.dissolvedOn} is null or (${table.validTo} is null and ${table.validFrom} < ${table.dissolvedOn})`,
    ),
    check('agency_period_parent_other', sql`${table.parentId} <> ${table.agencyId}`),
  ],
);

export const successionKinds = ['merged', 'split', 'renamed'] as const;

/**
 * Succession of agencies: merged into the successor, split off from the predecessor, or newly established in its place.
 */
export const agencySuccession = pgTable(
  'agency_succession',
  {
    successorId: ofAgency(),
    predecessorId: ofAgency(),
    kind: text({ enum: successionKinds }).notNull(),
    /** First day of the successor's responsibility. */
    takenOverOn: date().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.successorId, table.predecessorId] }),
    index('agency_succession_predecessor').on(table.predecessorId),
    check('agency_succession_kind', sql`${table.kind} in ('merged', 'split', 'renamed')`),
    check('agency_succession_other', sql`${table.successorId} <> ${table.predecessorId}`),
  ],
);

/** Public contact details of an agency's disclosure office; no person's name is stored. */
export const agencyContact = pgTable('agency_contact', {
  agencyId: ofAgency().primaryKey(),
  office: text(),
  address: text(),
  postcode: text(),
  phone: text(),
  fax: text(),
  email: text(),
  website: text(),
});
