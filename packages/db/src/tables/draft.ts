import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { ofAgency } from './agency.ts';
import { user } from './auth.ts';
import { authors, moment, reportKey } from './columns.ts';
import { revision, revisionOrigins } from './revision.ts';

/** A draft; at most one for each report. */
export const draft = pgTable(
  'draft',
  {
    ...reportKey(),
    agencyId: ofAgency(),
    form: text().notNull(),
    /** Title in the body, for lists. */
    title: text().notNull(),
    origin: text({ enum: revisionOrigins }).notNull(),
    /** JSON as the editor last saved it. */
    body: text().notNull(),
    /** JSON: the text and place of each cell in the source document. */
    provenance: text(),
    /** The number of the revision on which it is based: recalled, returned, or public and to be corrected. */
    basedOn: integer(),
    /** The note to the public, if it is a correction. */
    note: text(),
    /** Everybody who saved it, and the authors of the revision on which it is based. */
    authors: authors(),
    /** For a consolidated report: the number of the roll-up from which its figures come. */
    rollUp: integer(),
    /** Increases by one with each save; a save based on an older version is refused. */
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
