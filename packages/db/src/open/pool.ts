import { setTimeout as sleep } from 'node:timers/promises';
import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { isUnavailable } from './unavailable.ts';

type Query = (...given: unknown[]) => unknown;
type Release = (error?: Error | boolean) => void;
type Connected = (error: Error | undefined, client: PoolClient | undefined, release: Release) => void;

const FIRST_PAUSE_MS = 50;
const MAX_PAUSE_MS = 1_000;
const GOODBYE_MS = 3_000;
const READ_TIMEOUT = 'Query read timeout';

/** A pool whose connections run their queries in turn. @param onError hears of lost idle connections */
export function createPool(settings: PoolConfig, onError: (error: Error) => void): Pool {
  const pool = new PatientPool(settings);
  // A server that restarts cuts idle connections: the pool makes new ones, but an error nobody hears ends the process.
  pool.on('error', onError);
  return pool;
}

/** A pool that survives what happens to its connections. */
class PatientPool extends Pool {
  /** A whole wait was in vain, and nothing has worked since: callers are told at once instead of waiting too. */
  #away = false;

  readonly #open = new Set<PoolClient>();

  constructor(settings: PoolConfig) {
    super(settings);
    this.on('connect', (client) => {
      // The next query reports an error of a connection in use. Without a listener, the event would end the process.
      client.on('error', () => undefined);
      inTurn(client);
      this.#open.add(client);
    });
    this.on('remove', (client) => this.#open.delete(client));
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<PoolClient> | void {
    const connected = this.#connect();
    if (!callback) return connected;
    connected.then(
      (client) => callback(undefined, client, (error) => client.release(error)),
      (error: Error) => callback(error, undefined, () => undefined),
    );
  }

  /** A server that does not answer does not close connections either: then they are cut. */
  override async end(): Promise<void> {
    const deadline = performance.now() + GOODBYE_MS;
    await super.end();
    while (this.#open.size > 0 && performance.now() < deadline) await sleep(10);
    for (const { connection } of this.#open) connection.stream.destroy();
  }

  /** Tries again, with growing pauses, while the time for connecting lasts. */
  async #connect(): Promise<PoolClient> {
    const deadline = performance.now() + (this.options.connectionTimeoutMillis ?? 0);
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, MAX_PAUSE_MS)) {
      try {
        const client = await super.connect();
        this.#away = false;
        return untilEnded(client);
      } catch (error) {
        if (!isUnavailable(error) || this.#away || this.ending || performance.now() + pause >= deadline) {
          this.#away = isUnavailable(error);
          throw error;
        }
        await sleep(pause);
      }
    }
  }
}

/**
 * Takes a connection back when it ends, whether or not it is released: drizzle never releases one on which BEGIN
 * failed, and the pool would count it for ever.
 */
function untilEnded(client: PoolClient): PoolClient {
  const release = client.release.bind(client);
  let released = false;
  client.release = (error) => {
    if (released) return;
    released = true;
    client.off('end', onEnd);
    release(error);
  };
  const onEnd = () => client.release(true);
  client.once('end', onEnd);
  return client;
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
    const ended: Promise<void> = asked.then(done, (error: Error) => {
      done();
      // Its transaction may still be open on a server that does not answer: nobody else may get this connection.
      if (error.message === READ_TIMEOUT) client.connection.stream.destroy();
    });
    last = ended;
    return asked;
  };
  client.query = next as typeof client.query;
}
