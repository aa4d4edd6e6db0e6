import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { inject } from 'vitest';
import { asAdmin } from './as-admin.ts';
import './global-setup.ts';

export type FreshDatabase = { url: string; drop: () => Promise<void> };

/** Key of an advisory lock: processes that need the template wait for the one that fills it. */
const templateLock = 4_961_720_241;

const empty = `TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'`;

/**
 * Creates an empty database on the PostgreSQL server of this test run.
 *
 * @example
 * const database = await freshDatabase();
 * afterAll(database.drop);
 */
export function freshDatabase(): Promise<FreshDatabase> {
  return create(empty);
}

/** Creates a copy of a database that is filled once in this test run; `content` names the content. */
export async function filledDatabase(content: string, fill: (url: string) => Promise<void>): Promise<FreshDatabase> {
  const template = `${inject('postgresPrefix')}of_${content}`;
  await onServer(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (rowCount !== 0) return;
    // It has another name until it is complete.
    const { url, drop } = await freshDatabase();
    await fill(url).catch(async (error: unknown) => {
      await drop();
      throw error;
    });
    await client.query(`ALTER DATABASE ${nameOf(url)} RENAME TO ${template}`);
  });
  return create(`TEMPLATE ${template}`);
}

async function create(from: string): Promise<FreshDatabase> {
  const name = `${inject('postgresPrefix')}${randomBytes(8).toString('hex')}`;
  const url = new URL(inject('postgresUrl'));
  await onServer((client) => client.query(`CREATE DATABASE ${name} ${from}`));
  url.pathname = `/${name}`;
  const drop = async () =>
    void (await onServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)));
  return { url: url.href, drop };
}

function onServer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  return asAdmin(inject('postgresUrl'), work);
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}
