import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { user } from './auth.ts';
import { moment, reportKey } from './columns.ts';
import { revision } from './revision.ts';

export const commentTargets = ['report', 'section', 'cell', 'rule'] as const;

/**
 * A reviewer's comment on one part of a revision, made when returning it. Append-only: a trigger refuses any change.
 */
export const comment = pgTable(
  'comment',
  {
    ...reportKey(),
    revision: integer().notNull(),
    /** Counts the comments on the revision from 1. */
    number: integer().notNull(),
    target: text({ enum: commentTargets }).notNull(),
    /** Key of the section or cell, or id of the rule; `null` for the report as a whole. */
    place: text(),
    text: text().notNull(),
    userId: text().references(() => user.id),
    at: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.agencyId, table.year, table.kind, table.revision, table.number] }),
    foreignKey({
      name: 'comment_revision',
      columns: [table.agencyId, table.year, table.kind, table.revision],
      foreignColumns: [revision.agencyId, revision.year, revision.kind, revision.number],
    }),
    check('comment_target', sql`${table.target} in ('report', 'section', 'cell', 'rule')`),
  ],
);

/** The drafter's reply to a comment; the first reply resolves it. Append-only: a trigger refuses any change. */
export const commentReply = pgTable(
  'comment_reply',
  {
    ...reportKey(),
    revision: integer().notNull(),
    comment: integer().notNull(),
    /** Counts the replies to the comment from 1. */
    number: integer().notNull(),
    text: text().notNull(),
    userId: text().references(() => user.id),
    at: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.agencyId, table.year, table.kind, table.revision, table.comment, table.number] }),
    foreignKey({
      name: 'comment_reply_comment',
      columns: [table.agencyId, table.year, table.kind, table.revision, table.comment],
      foreignColumns: [comment.agencyId, comment.year, comment.kind, comment.revision, comment.number],
    }),
  ],
);
