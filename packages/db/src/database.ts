import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type * as tables from './tables/index.ts';

/** `pglite` is embedded and belongs to one process; `postgresql` is a server for many. */
export type Engine = 'pglite' | 'postgresql';

/** What queries are given: a database or a transaction on it, of either engine. */
export type Database = PgDatabase<NodePgQueryResultHKT, typeof tables>;
