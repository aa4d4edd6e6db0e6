import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { ofAgency } from './agency.ts';
import { user } from './auth.ts';
import { authors, moment, reportKey } from './columns.ts';
import { revision, revisionOrigins } from './revision.ts';

/** A report at work: at most one for each report. */
export const draft = pgTable(
  'draft',
  {
    ...reportKey(),
    agencyId: ofAgency(),
    form: text().notNull(),
    /** Of the body, for lists. */
    title: text().notNull(),
    origin: text({ enum: revisionOrigins }).notNull(),
    /** JSON as the editor last saved it. */
    body: text().notNull(),
    /** JSON: what the document that it was read from held for each cell, and where. */
    provenance: text(),
    /** The number of the revision that it was made of: recalled, returned, or public and to be corrected. */
    basedOn: integer(),
    /** What the public will be told of the correction, where it is one. */
    note: text(),
    /** Everybody who saved it, and the authors of the revision that it was made from. */
    authors: authors(),
    /** Of a consolidated report: the number of the roll-up that its figures were taken from. */
    rollUp: integer(),
    /** Grows by one with each save: who saves on an older one is told of the newer. */
    lockVersion: integer().notNull(),
    savedBy: text().references(() => user.id),
    savedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.agencyId, table.year, table.kind] }),
    foreignKey({
      name: 'draft_based_on',
      columns: [table.agencyId, table.year, table.kind, table.basedOn],
      foreignColumns: [revision.agencyId, revision.year, revision.kind, revision.number],
    }),
    check('draft_origin', sql`${table.origin} in ('entered', 'archived')`),
    check('draft_kind', sql`${table.kind} in ('own', 'consolidated')`),
  ],
);
