import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import './global-setup.ts';

export type FreshDatabase = { url: string; drop: () => Promise<void> };

/**
 * Creates an empty database on the PostgreSQL server of this test run.
 *
 * @example
 * const database = await freshDatabase();
 * afterAll(database.drop);
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `gongkai_test_${randomBytes(8).toString('hex')}`;
  const url = new URL(inject('postgresUrl'));
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'`);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function asAdmin(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
