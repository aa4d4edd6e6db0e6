import { foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { ofAgency } from './agency.ts';
import { bytes, moment, reportKey } from './columns.ts';
import { draft } from './draft.ts';
import { revision } from './revision.ts';

/** A file of an agency, identified by its content. A trigger refuses to change it. */
export const attachment = pgTable(
  'attachment',
  {
    agencyId: ofAgency(),
    /** SHA-256 in hexadecimal. */
    sha256: text().notNull(),
    mediaType: text().notNull(),
    size: integer().notNull(),
    content: bytes().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.sha256] })],
);

/** A file of a draft; the row is deleted with the draft. */
export const draftAttachment = pgTable(
  'draft_attachment',
  { ...reportKey(), sha256: text().notNull(), name: text().notNull() },
  (table) => [
    primaryKey({ columns: [table.agencyId, table.year, table.kind, table.sha256] }),
    foreignKey({
      name: 'draft_attachment_draft',
      columns: [table.agencyId, table.year, table.kind],
      foreignColumns: [draft.agencyId, draft.year, draft.kind],
    }).onDelete('cascade'),
    foreignKey({
      name: 'draft_attachment_content',
      columns: [table.agencyId, table.sha256],
      foreignColumns: [attachment.agencyId, attachment.sha256],
    }),
  ],
);

/** A file of a revision. Append-only: a trigger refuses any change. */
export const revisionAttachment = pgTable(
  'revision_attachment',
  { ...reportKey(), revision: integer().notNull(), sha256: text().notNull(), name: text().notNull() },
  (table) => [
    primaryKey({ columns: [table.agencyId, table.year, table.kind, table.revision, table.sha256] }),
    foreignKey({
      name: 'revision_attachment_revision',
      columns: [table.agencyId, table.year, table.kind, table.revision],
      foreignColumns: [revision.agencyId, revision.year, revision.kind, revision.number],
    }),
    foreignKey({
      name: 'revision_attachment_content',
      columns: [table.agencyId, table.sha256],
      foreignColumns: [attachment.agencyId, attachment.sha256],
    }),
  ],
);
