import { bigint, index, integer, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
import { moment, reportKinds } from './columns.ts';

/** Precision of a millisecond, as in the hashed JSON. */
const instant = () => timestamp({ withTimezone: true, precision: 3 });

/**
 * Audit entry: author, action, time, origin and outcome. Append-only: a trigger refuses any change, and any deletion
 * except that of old entries under a checkpoint. It has no foreign keys, because an entry outlives its subject.
 */
export const auditEntry = pgTable(
  'audit_entry',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull().defaultNow(),
    /** `null` for the installation itself and for callers without a session. */
    userId: text(),
    username: text(),
    /** Network address. */
    address: text(),
    /** Id of the HTTP request, as in the server's log. */
    requestId: text(),
    /** The procedure or command: `draft.save`. */
    action: text().notNull(),
    agencyId: text(),
    year: integer(),
    kind: text({ enum: reportKinds }),
    /** `ok`, or the code of the error. */
    outcome: text().notNull(),
    /** Canonical JSON of the values before and after. */
    before: text(),
    after: text(),
    note: text(),
  },
  (table) => [index('audit_entry_at').on(table.at), index('audit_entry_agency').on(table.agencyId, table.at)],
);

/** Link of the hash chain: each hash covers the previous hash and the entry. Append-only like the entries. */
export const auditLink = pgTable(
  'audit_link',
  {
    /** Numbers the sealed entries from 1 without gaps. */
    position: bigint({ mode: 'number' }).primaryKey(),
    entryId: bigint({ mode: 'number' }).notNull(),
    /** SHA-256 in hexadecimal. */
    hash: text().notNull(),
  },
  (table) => [unique('audit_link_entry').on(table.entryId)],
);

/**
 * The signed hash of the chain at a position: the chain cannot be cut off before it unnoticed, and older entries may be
 * deleted.
 */
export const auditCheckpoint = pgTable('audit_checkpoint', {
  position: bigint({ mode: 'number' }).primaryKey(),
  hash: text().notNull(),
  /** Ed25519 over position, hash and moment, in Base64. */
  signature: text().notNull(),
  at: moment().notNull(),
});
