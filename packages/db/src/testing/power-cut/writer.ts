// Run by a test as a process of its own: `writer.ts FOLDER IMAGE durable|plain`. Writes rows until it is killed
// and tells its parent the number of each row that the database has acknowledged.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { openDatabase } from '../../open/open-database.ts';
import { keepImage } from './disk.ts';

type Query = (statement: string, values?: unknown[]) => Promise<unknown>;

const [folder = '', image = '', mode] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
keepImage(folder, image);
const query = mode === 'durable' ? await durable() : await plain();

await query('CREATE TABLE IF NOT EXISTS kept (number int PRIMARY KEY, text text)');
for (let number = 1; ; number += 1) {
  await query('INSERT INTO kept VALUES ($1, $2)', [number, `第 ${number} 行`.repeat(20)]);
  if (number % 150 === 0) await query('CHECKPOINT');
  process.send?.(number);
  // Messages are sent in the next turn of the event loop.
  await new Promise(setImmediate);
}

async function durable(): Promise<Query> {
  const { pool } = await openDatabase({ directory: folder });
  return (statement, values) => pool.query(statement, values);
}

/** Opens unmodified PGlite on files that are complete on the disk. */
async function plain(): Promise<Query> {
  const pglite = await PGlite.create(join(folder, 'pgdata'));
  return (statement, values) => pglite.query(statement, values);
}
