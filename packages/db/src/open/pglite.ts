import { setImmediate } from 'node:timers/promises';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { createPgConfig, type PglitePgConnection } from '@electric-sql/pglite/node-postgres';
import { Client, type ClientConfig, type Pool } from 'pg';
import { DurableFs, durableStartParams } from './durable-fs.ts';
import { createPool } from './pool.ts';

/**
 * Maximum wait in milliseconds, longer than any legitimate wait. A query outside a transaction that waits for that
 * transaction fails instead of hanging.
 */
const MAX_WAIT_MS = 60_000;

export interface EmbeddedPool {
  pool: Pool;
  pglite: PGlite;
  close(): Promise<void>;
}

/** @param files the result of `ensureDataFiles`, in a directory that the caller has locked */
export function openDurable(files: string, onError: (error: Error) => void): Promise<EmbeddedPool> {
  return start({ fs: new DurableFs(files), startParams: durableStartParams }, onError);
}

/** @param template the result of `dumpDataDir`; without it the database is empty */
export function openInMemory(template: Blob | undefined, onError: (error: Error) => void): Promise<EmbeddedPool> {
  return start(template ? { loadDataDir: template } : {}, onError);
}

async function start(options: PGliteOptions, onError: (error: Error) => void): Promise<EmbeddedPool> {
  const pglite = await PGlite.create({ ...options, extensions: { pg_trgm } });
  const settings = {
    Client: createClientClass(pglite),
    max: 1,
    connectionTimeoutMillis: MAX_WAIT_MS,
    // The one connection is PGlite itself, so closing it when idle has no benefit.
    idleTimeoutMillis: 0,
  };
  const pool = createPool(settings, onError);
  const close = async () => {
    await pool.end();
    await pglite.close();
  };
  return { pool, pglite, close };
}

/**
 * Creates the class of the pool's clients. Each client has a connection object of its own: the pool discards a client
 * after an error while responses may still be on their way, and with a shared object its successor would receive them.
 */
function createClientClass(pglite: PGlite) {
  let lastEnded: Promise<unknown> | undefined;
  return class EmbeddedClient extends Client {
    constructor(settings?: ClientConfig) {
      const connection = connectionTo(pglite);
      const connect = connection.connect.bind(connection);
      connection.connect = async (port, host) => {
        if (lastEnded) {
          await lastEnded;
          // A server does this when a connection closes.
          await pglite.exec('ROLLBACK');
        }
        await connect(port, host);
      };
      const end = connection.end.bind(connection);
      connection.end = () => {
        // Removes all listeners, and emits `end` after the last response.
        end();
        connection.on('error', () => undefined);
        lastEnded = new Promise((resolve) => connection.once('end', resolve));
      };
      super({ ...settings, connection } as ClientConfig);
    }
  };
}

/** Creates an object that replaces a connection to a server. */
function connectionTo(pglite: PGlite): PglitePgConnection {
  // PGlite answers within one turn of the event loop, so a series of queries would block all other work.
  const pausing: Pick<PGlite, 'waitReady' | 'execProtocolStream'> = {
    waitReady: pglite.waitReady,
    async execProtocolStream(message, options) {
      const answers = await pglite.execProtocolStream(message, options);
      if (answers.some((answer) => answer.name === 'readyForQuery')) await setImmediate();
      return answers;
    },
  };
  const { connection } = createPgConfig(pausing as PGlite);
  const parse = connection.parse.bind(connection);
  // Drizzle's `types` are parsers of results, but PGlite expects the types of parameters.
  connection.parse = ({ name, text }: { name?: string; text: string }) => parse({ name, text });
  return connection;
}
