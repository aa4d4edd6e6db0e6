import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { OpenDatabase } from '../open/open-database.ts';
import { lastMigration } from '../open/migrate.ts';
import { quoted, readCatalog } from './catalog.ts';
import { formatVersion, type BackupHeader, type BackupProgress, type BackupTable } from './format.ts';

/** Size of a batch in bytes. Rows are fetched by size because a document may have 20 MB and a membership 100 bytes. */
const BATCH_BYTES = 2 * 2 ** 20;
const MAX_ROWS = 2_000;

/**
 * Writes a snapshot of the whole database as lines of JSON while other work continues. The embedded database has one
 * connection, so other work waits until the dump ends.
 */
export async function* dump(
  { pool, engine }: Pick<OpenDatabase, 'pool' | 'engine'>,
  onProgress: (progress: BackupProgress) => void = () => undefined,
): AsyncGenerator<Buffer> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(`SET LOCAL TIME ZONE 'UTC'; SET LOCAL DateStyle = 'ISO'; SET LOCAL bytea_output = 'hex'`);
    const frame = createHash('sha256');
    /** Hashes the header and the ends of tables, which contain the hashes of their rows and thus cover all data. */
    const framed = (line: unknown) => {
      const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
      frame.update(bytes);
      return bytes;
    };

    const header = await describe(client, engine);
    yield framed(header);
    const of = header.tables.reduce((sum, { rows }) => sum + rows, 0);
    let done = 0;
    for (const table of header.tables) {
      const hash = createHash('sha256');
      let rows = 0;
      for await (const batch of rowsOf(client, table)) {
        const bytes = Buffer.from(batch.map((row) => `${JSON.stringify(row)}\n`).join(''));
        hash.update(bytes);
        rows += batch.length;
        done += batch.length;
        yield bytes;
        onProgress({ table: table.name, rows: done, of });
      }
      yield framed({ table: table.name, rows, sha256: hash.digest('hex') });
    }
    yield Buffer.from(`${JSON.stringify({ end: true, sha256: frame.digest('hex') })}\n`);
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
    client.release();
  }
}

async function describe(client: PoolClient, engine: OpenDatabase['engine']): Promise<BackupHeader> {
  const tables: BackupTable[] = [];
  for (const table of await readCatalog(client)) {
    const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${quoted(table.name)}`);
    tables.push({ ...table, rows: Number(rows[0]!.count) });
  }
  const migration = await lastMigration(client);
  return { gongkai: 'backup', version: formatVersion, madeAt: new Date().toISOString(), engine, migration, tables };
}

async function* rowsOf(client: PoolClient, { name, columns }: BackupTable): AsyncGenerator<(string | null)[][]> {
  const values = columns.map((column) => `${quoted(column.name)}::text`).join();
  await client.query(`DECLARE backup NO SCROLL CURSOR FOR SELECT ${values} FROM ${quoted(name)}`);
  const fetch = (count: number) => {
    const rows = client.query<(string | null)[]>({ text: `FETCH ${count} FROM backup`, rowMode: 'array' });
    // Avoid an unhandledRejection; the error surfaces when the promise is awaited.
    rows.catch(() => undefined);
    return rows;
  };
  let count = 1;
  let next = fetch(count);
  for (;;) {
    const { rows } = await next;
    const asked = count;
    const size = rows.reduce((sum, row) => sum + row.reduce((bytes, value) => bytes + (value?.length ?? 0), 0), 1);
    count = Math.max(1, Math.min(MAX_ROWS, count * 8, Math.floor((BATCH_BYTES * count) / size)));
    const last = rows.length < asked;
    // The next rows are fetched while these are written.
    if (!last) next = fetch(count);
    if (rows.length > 0) yield rows;
    if (last) break;
  }
  await client.query('CLOSE backup');
}
