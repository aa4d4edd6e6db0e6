import { boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { user } from './auth.ts';
import { moment } from './columns.ts';

const ofUser = () =>
  text()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' });

/** What the installation knows of an account beside what better-auth does. */
export const accountState = pgTable('account_state', {
  userId: ofUser().primaryKey(),
  /** Set while nobody can sign in with it. */
  disabledAt: moment(),
  passwordChangedAt: moment().notNull().defaultNow(),
  /** The password was given by somebody else: its owner must choose another one before anything else. */
  mustChangePassword: boolean().notNull().default(false),
  lastSignInAt: moment(),
});

/** Passwords that an account has had, as better-auth hashed them. */
export const formerPassword = pgTable(
  'former_password',
  {
    userId: ofUser(),
    hash: text().notNull(),
    at: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.at] })],
);

/** Failures by user name alone, as versions before 0011 count them; to be dropped once none of those runs any more. */
export const signInTry = pgTable(
  'sign_in_try',
  {
    username: text().primaryKey(),
    failures: integer().notNull(),
    lastAt: moment().notNull(),
    lockedUntil: moment(),
  },
  (table) => [index('sign_in_try_last').on(table.lastAt)],
);

/**
 * Tries to sign in that did not succeed, by user name and source: names that nobody has are counted like others, so that
 * a lock tells nothing about who there is.
 */
export const signInFailure = pgTable(
  'sign_in_failure',
  {
    username: text().notNull(),
    /** An address, a known device or a session; empty for all unknown devices together. */
    source: text().notNull(),
    failures: integer().notNull(),
    lastAt: moment().notNull(),
    lockedUntil: moment(),
  },
  (table) => [primaryKey({ columns: [table.username, table.source] }), index('sign_in_failure_last').on(table.lastAt)],
);
