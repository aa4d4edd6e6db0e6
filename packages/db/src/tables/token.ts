import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { ofAgency } from './agency.ts';
import { user } from './auth.ts';
import { moment, reportKinds } from './columns.ts';

/** Token by which another system submits for one agency. The token itself is shown once and never stored. */
export const apiToken = pgTable(
  'api_token',
  {
    id: text().primaryKey(),
    agencyId: ofAgency(),
    /** Which system holds it. */
    name: text().notNull(),
    /** SHA-256 of the token in hexadecimal. The token has 256 random bits, so it cannot be recovered from the hash. */
    sha256: text().notNull().unique(),
    /** The person on whose behalf the system submits; the token has no permission that this person has lost. */
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

/** A submission through the API under an idempotency key: a repeated call gets the same response and has no effect. */
export const submission = pgTable(
  'submission',
  {
    agencyId: ofAgency(),
    key: text().notNull(),
    /** SHA-256 of the report as it was sent. */
    requestDigest: text().notNull(),
    year: integer().notNull(),
    kind: text({ enum: reportKinds }).notNull(),
    /** JSON of the response. */
    answer: text().notNull(),
    tokenId: text()
      .notNull()
      .references(() => apiToken.id),
    at: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.key] })],
);
