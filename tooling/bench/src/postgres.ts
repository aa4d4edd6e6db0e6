import { ensurePrograms } from '@gongkai/tooling-scripts/ensure-programs';
import { postgres } from '@gongkai/tooling-scripts/programs';
import { startPostgres } from '@gongkai/tooling-vitest/server';
import { Client } from 'pg';

/** An empty PostgreSQL database for a measurement, on a server that lives as long as it is used. */
export interface BenchDatabase extends AsyncDisposable {
  readonly url: string;
  /** Another empty one on the same server. */
  another(name: string): Promise<string>;
}

/** `await using database = await benchDatabase()` @throws where there is no PostgreSQL and none can be installed */
export async function benchDatabase(): Promise<BenchDatabase> {
  if (!ensurePrograms([postgres])) throw new Error('PostgreSQL is missing');
  const server = await startPostgres({ durable: true });
  const another = async (name: string): Promise<string> => {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'`);
    await client.end();
    return Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  };
  return { url: server.url, another, [Symbol.asyncDispose]: server.stop };
}
