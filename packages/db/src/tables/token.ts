import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { ofAgency } from './agency.ts';
import { user } from './auth.ts';
import { moment, reportKinds } from './columns.ts';

/** What another system submits by, for one agency. The token itself is shown once and kept nowhere. */
export const apiToken = pgTable(
  'api_token',
  {
    id: text().primaryKey(),
    agencyId: ofAgency(),
    /** Which system holds it. */
    name: text().notNull(),
    /** SHA-256 of the token in hexadecimal: it is 256 random bits, which nobody guesses from it. */
    sha256: text().notNull().unique(),
    /** On whose behalf the system submits: what they may no more, it may not either. */
    createdBy: text()
      .notNull()
      .references(() => user.id),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    lastUsedAt: moment(),
    revokedAt: moment(),
    revokedBy: text().references(() => user.id),
  },
  (table) => [
    index('api_token_agency').on(table.agencyId),
    check('api_token_sha256', sql`${table.sha256} ~ '^[0-9a-f]{64}$'`),
  ],
);

/** What was submitted by API under a key of the sender's: the same call again is answered the same and does nothing. */
export const submission = pgTable(
  'submission',
  {
    agencyId: ofAgency(),
    key: text().notNull(),
    /** SHA-256 of the report as it was sent. */
    requestDigest: text().notNull(),
    year: integer().notNull(),
    kind: text({ enum: reportKinds }).notNull(),
    /** JSON that it was answered with. */
    answer: text().notNull(),
    tokenId: text()
      .notNull()
      .references(() => apiToken.id),
    at: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.key] })],
);
