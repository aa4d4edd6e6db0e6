import { bigint, index, integer, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
import { moment, reportKinds } from './columns.ts';

/** To the millisecond, which is what is hashed. */
const instant = () => timestamp({ withTimezone: true, precision: 3 });

/**
 * Who did what, when, from where, and what came of it. Append-only: a trigger refuses any change, and any deletion
 * but that of old lines under a checkpoint. It names nothing by reference: a line outlives what it speaks of.
 */
export const auditEntry = pgTable(
  'audit_entry',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull().defaultNow(),
    /** Nobody where the installation itself did it, or somebody without a session. */
    userId: text(),
    username: text(),
    /** Network address. */
    address: text(),
    /** Of the HTTP request, as in the server's log. */
    requestId: text(),
    /** The procedure or command: `draft.save`. */
    action: text().notNull(),
    agencyId: text(),
    year: integer(),
    kind: text({ enum: reportKinds }),
    /** `ok`, or the code of the error. */
    outcome: text().notNull(),
    /** Canonical JSON of what was so before, and of what is so after. */
    before: text(),
    after: text(),
    note: text(),
  },
  (table) => [index('audit_entry_at').on(table.at), index('audit_entry_agency').on(table.agencyId, table.at)],
);

/** Chains the lines: each hash is over the one before and the line. Append-only like the lines. */
export const auditLink = pgTable(
  'audit_link',
  {
    /** Counts the sealed lines from 1, without a gap. */
    position: bigint({ mode: 'number' }).primaryKey(),
    entryId: bigint({ mode: 'number' }).notNull(),
    /** SHA-256 in hexadecimal. */
    hash: text().notNull(),
  },
  (table) => [unique('audit_link_entry').on(table.entryId)],
);

/** The chain's hash at a position, signed: the end cannot be cut off behind it, and older lines may be cleared away. */
export const auditCheckpoint = pgTable('audit_checkpoint', {
  position: bigint({ mode: 'number' }).primaryKey(),
  hash: text().notNull(),
  /** Ed25519 over position, hash and moment, in Base64. */
  signature: text().notNull(),
  at: moment().notNull(),
});
