import * as z from 'zod/mini';

/** Format version; it increases when older programs can no longer read the file. */
export const formatVersion = 1;

/** A table in the backup, with PostgreSQL's names of types. */
const backupTable = z.strictObject({
  name: z.string(),
  columns: z.array(z.strictObject({ name: z.string(), type: z.string() })),
  rows: z.int(),
});
export type BackupTable = z.infer<typeof backupTable>;

/** First line: the format and a list of all contents. */
export const backupHeader = z.strictObject({
  gongkai: z.literal('backup'),
  version: z.int(),
  madeAt: z.iso.datetime(),
  engine: z.enum(['pglite', 'postgresql']),
  /** The last migration of the database that was backed up. */
  migration: z.string(),
  tables: z.array(backupTable),
});
export type BackupHeader = z.infer<typeof backupHeader>;

/** Line after the rows of a table: their number, and SHA-256 over their lines. */
export const tableEnd = z.strictObject({ table: z.string(), rows: z.int(), sha256: z.string() });

/** Last line: SHA-256 over the header and the ends of tables. Without it the file is incomplete. */
export const backupEnd = z.strictObject({ end: z.literal(true), sha256: z.string() });

/** A row: each value in PostgreSQL's text format, which both engines share. */
export const backupRow = z.array(z.nullable(z.string()));

/** Thrown if a file is not a backup, is incomplete, or has an unsupported version. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** Progress of a backup or a restore. */
export interface BackupProgress {
  readonly table: string;
  /** Number of processed rows of all tables. */
  readonly rows: number;
  readonly of: number;
}
