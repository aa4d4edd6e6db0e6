import { Client } from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { freshDatabase } from './fresh-database.ts';

const connect = async (url: string) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
};

describe('a fresh database', async () => {
  const database = await freshDatabase();
  afterAll(database.drop);

  test('is empty and its own', async () => {
    const other = await freshDatabase();
    const here = await connect(database.url);
    const there = await connect(other.url);
    await here.query('CREATE TABLE note (id int)');
    await there.query('CREATE TABLE note (id int)');
    await Promise.all([here.end(), there.end()]);
    await other.drop();
    await expect(connect(other.url)).rejects.toThrow('does not exist');
  });

  test('finds Chinese by its three-letter groups', async () => {
    const client = await connect(database.url);
    await client.query('CREATE EXTENSION pg_trgm');
    const { rows } = await client.query(`SELECT show_trgm('政府信息公开') AS groups`);
    await client.end();
    expect(rows[0].groups).not.toEqual([]);
  });

  test('is dropped even while a connection is open', async () => {
    const busy = await freshDatabase();
    const client = await connect(busy.url);
    client.on('error', () => undefined);
    await busy.drop();
    await expect(connect(busy.url)).rejects.toThrow('does not exist');
  });
});
