import { freshDatabase } from '@gongkai/tooling-vitest/postgres';
import { Client } from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { openDatabase } from './open-database.ts';

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

describe('a PostgreSQL server', async () => {
  const { url, drop } = await freshDatabase();
  afterAll(drop);

  test.each([
    ['ctype', `ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`, '检索不到汉字'],
    ['encoding', `ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'`, '编码是 SQL_ASCII'],
    ['encoding', `ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'`, '编码是 LATIN1'],
    ['encoding', `ENCODING 'EUC_CN' LC_COLLATE 'C' LC_CTYPE 'C'`, '编码是 EUC_CN'],
  ])('is refused where its database has an unsuitable %s', async (reason, qualities, message) => {
    const other = new URL(url);
    other.pathname += `_${reason}`;
    const name = other.pathname.slice(1);
    await run(url, `CREATE DATABASE ${name} TEMPLATE template0 ${qualities}`);
    await expect(openDatabase({ url: other.href })).rejects.toMatchObject({
      name: 'UnsuitableDatabase',
      reason,
      message: expect.stringContaining(message),
    });
    await run(url, `DROP DATABASE ${name}`);
  });

  test('may cut idle connections: it is told, and the next query has a new one', async () => {
    const errors: Error[] = [];
    const { pool, close } = await openDatabase({ url, onError: (error) => errors.push(error) });
    await pool.query('SELECT 1');
    await run(
      url,
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
    );
    await expect.poll(() => errors.length).toBe(1);
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await close();
  });
});
