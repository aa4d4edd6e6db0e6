import { Client } from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { filledDatabase, freshDatabase } from './fresh-database.ts';

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

describe('a filled database', () => {
  const fill = async (url: string) => {
    const client = await connect(url);
    await client.query('CREATE TABLE filled (id int)');
    await client.end();
  };

  test('is filled once however many ask for it, and each has its own', async () => {
    const fills: string[] = [];
    const counted = (url: string) => {
      fills.push(url);
      return fill(url);
    };
    const all = await Promise.all(['once', 'once', 'once'].map((content) => filledDatabase(content, counted)));
    expect(fills).toHaveLength(1);
    const [here, there] = [await connect(all[0]!.url), await connect(all[1]!.url)];
    await there.query('SELECT FROM filled');
    await here.query('CREATE TABLE own (id int)');
    await expect(there.query('SELECT FROM own')).rejects.toThrow('does not exist');
    await Promise.all([here.end(), there.end()]);
    await Promise.all(all.map(({ drop }) => drop()));
  });
});
