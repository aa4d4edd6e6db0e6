import { boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { user } from './auth.ts';
import { moment } from './columns.ts';

const ofUser = () =>
  text()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' });

/** Attributes of an account that better-auth does not store. */
export const accountState = pgTable('account_state', {
  userId: ofUser().primaryKey(),
  /** Set while the account is disabled. */
  disabledAt: moment(),
  passwordChangedAt: moment().notNull().defaultNow(),
  /** Whether another person set the password, so that its owner must change it before any other action. */
  mustChangePassword: boolean().notNull().default(false),
  lastSignInAt: moment(),
});

/** Former passwords of an account, as hashed by better-auth. */
export const formerPassword = pgTable(
  'former_password',
  {
    userId: ofUser(),
    hash: text().notNull(),
    at: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.at] })],
);

/** Failures by user name only, as versions before 0011 count them; to be dropped once none of those runs any more. */
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
 * Failed login attempts by user name and source. User names that do not exist are counted like others, so that a lock
 * does not reveal which accounts exist.
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
