import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type OpenDatabase } from './open-database.ts';

const lost: string[] = [];
let database: OpenDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await openDatabase({ memory: true, onError: ({ message }) => lost.push(message) });
  ({ pool } = database);
  await pool.query(`CREATE TABLE single (number int UNIQUE DEFERRABLE INITIALLY DEFERRED);
    INSERT INTO single VALUES (1);
    CREATE FUNCTION fail(code text) RETURNS int LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'failed' USING ERRCODE = code; END $$`);
});
afterAll(() => database.close());

/** Errors while a statement runs, of a full disk among them, and one at the commit. */
const failures = [
  ['22012', 'SELECT fail($1)', '22012'],
  ['53100', 'SELECT fail($1)', '53100'],
  ['53100', 'INSERT INTO single SELECT fail($1)', '53100'],
  ['23505', 'INSERT INTO single VALUES ($1)', 1],
] as const;

test('each of many concurrent queries receives its own response, whatever fails beside it', async () => {
  for (const [code, statement, value] of failures) {
    const queries = Array.from({ length: 40 }, (_, number) =>
      number % 2 === 0
        ? pool.query<{ number: number }>('SELECT $1::int AS number', [number]).then(({ rows }) => rows[0]?.number)
        : pool.query(statement, [value]).then(
            () => 'done',
            (error: { code?: string }) => error.code,
          ),
    );
    const expected = queries.map((_, number) => (number % 2 === 0 ? number : code));
    expect(await Promise.all(queries), statement).toEqual(expected);
  }
  expect(lost).toEqual([]);
});

test('a client that is discarded within a transaction leaves nothing of it', async () => {
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('INSERT INTO single VALUES (2)');
  client.release(true);
  const { rows } = await pool.query('SELECT number FROM single');
  expect(rows).toEqual([{ number: 1 }]);
});
