import { Pool, type PoolClient, type PoolConfig } from 'pg';

type Query = (...given: unknown[]) => unknown;

/** A pool whose connections run their queries in turn. @param onError hears of lost connections */
export function createPool(settings: PoolConfig, onError: (error: Error) => void): Pool {
  const pool = new Pool(settings);
  // A server that restarts cuts idle connections: the pool makes new ones, but an error nobody hears ends the process.
  pool.on('error', onError);
  pool.on('connect', inTurn);
  return pool;
}

/**
 * Has a connection run one query after the other where several are asked of it at once, as of that of a transaction:
 * pg queues them too, but says that it will not for long.
 */
function inTurn(client: PoolClient): void {
  const query = client.query.bind(client) as Query;
  let last: Promise<void> | undefined;
  const next: Query = (...given) => {
    const asked = last ? last.then(() => query(...given)) : query(...given);
    // Only a query by callback gives no promise: the pool's own, which has the connection to itself.
    if (!(asked instanceof Promise)) return asked;
    const done = () => {
      if (last === ended) last = undefined;
    };
    const ended: Promise<void> = asked.then(done, done);
    last = ended;
    return asked;
  };
  client.query = next as typeof client.query;
}
