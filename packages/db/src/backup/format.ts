import * as z from 'zod/mini';

/** Grows when older programs could no longer read the file. */
export const formatVersion = 1;

/** A table in the backup; types as PostgreSQL names them. */
const backupTable = z.strictObject({
  name: z.string(),
  columns: z.array(z.strictObject({ name: z.string(), type: z.string() })),
  rows: z.int(),
});
export type BackupTable = z.infer<typeof backupTable>;

/** First line: what the file is, and all that is in it. */
export const backupHeader = z.strictObject({
  gongkai: z.literal('backup'),
  version: z.int(),
  madeAt: z.iso.datetime(),
  engine: z.enum(['pglite', 'postgresql']),
  /** The last migration of the database that it was made of. */
  migration: z.string(),
  tables: z.array(backupTable),
});
export type BackupHeader = z.infer<typeof backupHeader>;

/** After the rows of a table: how many there were, and SHA-256 over their lines. */
export const tableEnd = z.strictObject({ table: z.string(), rows: z.int(), sha256: z.string() });

/** Last line: SHA-256 over the header and the ends of tables. Without it the file is not whole. */
export const backupEnd = z.strictObject({ end: z.literal(true), sha256: z.string() });

/** A row: each value as PostgreSQL writes it as text, which both engines do alike. */
export const backupRow = z.array(z.nullable(z.string()));

/** A file that is no backup, not whole, or not of a version that can be read here. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** How far a backup or a restore is. */
export interface BackupProgress {
  readonly table: string;
  /** Rows done of all tables together. */
  readonly rows: number;
  readonly of: number;
}
