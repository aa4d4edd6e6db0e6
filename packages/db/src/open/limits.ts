/** How long anything on a PostgreSQL server may take, and how many connections it may use. */
export interface ConnectionLimits {
  /** Connections that are open at once. */
  readonly connections: number;
  /** Waiting for a connection, free or new. */
  readonly connectMs: number;
  /** One statement; absent for long work such as a backup or a migration. */
  readonly statementMs?: number;
  /** Waiting for a row or a table that another transaction holds. */
  readonly lockMs?: number;
  /** A transaction in which nothing is asked. */
  readonly idleTransactionMs?: number;
}

/** For commands and migrations: whatever they do may take as long as it needs. */
export const unlimitedWork: ConnectionLimits = { connections: 10, connectMs: 10_000 };

/** The server ends a statement that takes too long by itself; where it does not answer at all, this much later we do. */
const GRACE_MS = 2_000;

/** The limits as pg knows them. */
export function toPoolSettings({ connections, connectMs, statementMs, lockMs, idleTransactionMs }: ConnectionLimits) {
  return {
    max: connections,
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    ...(statementMs && { statement_timeout: statementMs, query_timeout: statementMs + GRACE_MS }),
    ...(lockMs && { lock_timeout: lockMs }),
    ...(idleTransactionMs && { idle_in_transaction_session_timeout: idleTransactionMs }),
  };
}
