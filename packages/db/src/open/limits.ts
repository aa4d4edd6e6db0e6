/** Time limits for work on a PostgreSQL server, and the maximum number of connections. */
export interface ConnectionLimits {
  /** Maximum number of open connections. */
  readonly connections: number;
  /** Milliseconds to wait for a connection, free or new. */
  readonly connectMs: number;
  /** Milliseconds for one statement; absent for long work such as a backup or a migration. */
  readonly statementMs?: number;
  /** Milliseconds to wait for a row or a table that another transaction has locked. */
  readonly lockMs?: number;
  /** Milliseconds that a transaction may be idle. */
  readonly idleTransactionMs?: number;
  /** Idle connections stay open, so that other work cannot take their place on a server with few. */
  readonly keepIdle?: boolean;
}

/** Limits for commands and migrations, whose statements are not limited. */
export const unlimitedWork: ConnectionLimits = { connections: 10, connectMs: 10_000 };

/**
 * Milliseconds after the statement limit at which the client ends a statement, if the server itself does not answer.
 */
const GRACE_MS = 2_000;

/** Converts the limits to settings of pg. */
export function toPoolSettings(limits: ConnectionLimits) {
  const { connections, connectMs, statementMs, lockMs, idleTransactionMs, keepIdle } = limits;
  return {
    max: connections,
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    ...(keepIdle && { idleTimeoutMillis: 0 }),
    ...(statementMs && { statement_timeout: statementMs, query_timeout: statementMs + GRACE_MS }),
    ...(lockMs && { lock_timeout: lockMs }),
    ...(idleTransactionMs && { idle_in_transaction_session_timeout: idleTransactionMs }),
  };
}
