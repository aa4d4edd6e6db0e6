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

/** Creates a pool whose connections run one query at a time. @param onError receives errors of lost idle connections */
export function createPool(settings: PoolConfig, onError: (error: Error) => void): Pool {
  const pool = new PatientPool(settings);
  // A server restart ends idle connections. The pool replaces them, but an unhandled error event would end the process.
  pool.on('error', onError);
  return pool;
}

/** A pool that survives the loss of its connections. */
class PatientPool extends Pool {
  /** Whether a full wait for a connection failed and none has succeeded since; then callers fail immediately. */
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

  /** Destroys connections that an unresponsive server does not close. */
  override async end(): Promise<void> {
    const deadline = performance.now() + GOODBYE_MS;
    await super.end();
    while (this.#open.size > 0 && performance.now() < deadline) await sleep(10);
    for (const { connection } of this.#open) connection.stream.destroy();
  }

  /** Retries with increasing pauses until the time limit for connecting. */
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
 * Returns a connection to the pool when it ends, even if it is never released: drizzle does not release a connection on
 * which BEGIN failed, and the pool would count it for ever.
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

/** Queues concurrent queries of one connection, as in a transaction, because pg's own queue is deprecated. */
function inTurn(client: PoolClient): void {
  const query = client.query.bind(client) as Query;
  let last: Promise<void> | undefined;
  const next: Query = (...given) => {
    const asked = last ? last.then(() => query(...given)) : query(...given);
    // Only queries with a callback return no promise; these are the pool's own, which run on an unshared connection.
    if (!(asked instanceof Promise)) return asked;
    const done = () => {
      if (last === ended) last = undefined;
    };
    const ended: Promise<void> = asked.then(done, (error: Error) => {
      done();
      // The transaction may still be open on an unresponsive server, so the connection must not be reused.
      if (error.message === READ_TIMEOUT) client.connection.stream.destroy();
    });
    last = ended;
    return asked;
  };
  client.query = next as typeof client.query;
}
