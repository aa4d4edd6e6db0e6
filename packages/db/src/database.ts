import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type * as tables from './tables/index.ts';

/** `pglite` is embedded and used by one process; `postgresql` is a server for many processes. */
export type Engine = 'pglite' | 'postgresql';

/** Argument of queries: a database or a transaction on it, of either engine. */
export type Database = PgDatabase<NodePgQueryResultHKT, typeof tables>;
