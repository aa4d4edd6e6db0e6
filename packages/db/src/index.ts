/**
 * Opens and migrates the database. Queries are exported by concept: `@gongkai/db/report`, `@gongkai/db/round`, …
 * @module
 */
export type { Database, Engine } from './database.ts';
export { DirectoryLocked, DirectoryUnusable } from './open/directory-lock.ts';
export type { ConnectionLimits } from './open/limits.ts';
export { lastMigration, migrate, migrationNames } from './open/migrate.ts';
export { openDatabase, type DatabaseOptions, type OpenDatabase } from './open/open-database.ts';
export { createProbe, type Probe } from './open/probe.ts';
export { openPublicReads, type PublicReads } from './open/public-reads.ts';
export { UnsuitableDatabase } from './open/postgres.ts';
export { causesOf, isDiskFull, isUnavailable } from './open/unavailable.ts';
