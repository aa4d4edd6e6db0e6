import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { ofAgency } from './agency.ts';
import { user } from './auth.ts';
import { authors, moment, reportKey } from './columns.ts';

/** `entered`: made here. `archived`: published elsewhere before and kept unchanged. */
export const revisionOrigins = ['entered', 'archived'] as const;

/** A submitted report. Append-only: a trigger refuses any change. */
export const revision = pgTable(
  'revision',
  {
    ...reportKey(),
    agencyId: ofAgency(),
    /** Counts the revisions of the report from 1. */
    number: integer().notNull(),
    form: text().notNull(),
    /** Title in the body, for lists and search. */
    title: text().notNull(),
    origin: text({ enum: revisionOrigins }).notNull(),
    /** The canonical JSON (RFC 8785) that was hashed: text, because jsonb keeps neither order nor number as written. */
    body: text().notNull(),
    /**
     * SHA-256 of the body in hexadecimal. Equal bodies have equal digests, for instance if a correction is reversed.
     */
    digest: text().notNull(),
    /** JSON: the text and place of each cell in the source document. */
    provenance: text(),
    /** The number of the revision on which it is based. */
    basedOn: integer(),
    /** The note to the public, if it is a correction. */
    note: text(),
    /** For a consolidated report: the number of the roll-up from which its figures come. */
    rollUp: integer(),
    /** Everybody who contributed to it: none of them may approve it. */
    authors: authors(),
    /** `null` if a command of the installation created it. */
    createdBy: text().references(() => user.id),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.agencyId, table.year, table.kind, table.number] }),
    index('revision_digest').on(table.digest),
    index('revision_title').using('gin', table.title.op('gin_trgm_ops')),
    check('revision_kind', sql`${table.kind} in ('own', 'consolidated')`),
    check('revision_origin', sql`${table.origin} in ('entered', 'archived')`),
    check('revision_digest_form', sql`${table.digest} ~ '^[0-9a-f]{64}$'`),
  ],
);
