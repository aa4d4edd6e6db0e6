import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import * as z from 'zod/mini';
import { migrate, migrationNames } from '../open/migrate.ts';
import type { OpenDatabase } from '../open/open-database.ts';
import { quoted, readCatalog } from './catalog.ts';
import {
  backupEnd,
  backupHeader,
  BackupError,
  backupRow,
  formatVersion,
  tableEnd,
  type BackupHeader,
  type BackupProgress,
  type BackupTable,
} from './format.ts';

const BATCH_BYTES = 4 * 2 ** 20;
const MAX_ROWS = 1_000;
const OPENING_BRACKET = 0x5b;

/**
 * Verifies a backup without storing any of it.
 * @returns its header
 * @throws {BackupError} if it is not a backup, is incomplete, or was changed
 */
export async function verifyBackup(lines: AsyncIterable<Buffer>): Promise<BackupHeader> {
  let header: BackupHeader | undefined;
  for await (const part of partsOf(lines, { rows: false })) if (part.type === 'header') header = part.header;
  return header!;
}

/**
 * Loads a backup into an empty database of either engine in one transaction. Tables are created as of the time of the
 * backup, then migrated.
 * @throws {BackupError} if the backup or the database is not suitable
 */
export async function load(
  database: OpenDatabase,
  lines: AsyncIterable<Buffer>,
  onProgress: (progress: BackupProgress) => void = () => undefined,
): Promise<BackupHeader> {
  const parts = partsOf(lines);
  const first = await parts.next();
  if (first.done || first.value.type !== 'header') throw new BackupError('这不是公开年报的备份文件。');
  const { header } = first.value;
  if (!migrationNames().includes(header.migration))
    throw new BackupError('备份来自更新的版本。请先升级本程序，再恢复这份备份。');
  await migrate(database, { through: header.migration });

  const client = await database.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL TIME ZONE 'UTC'; SET LOCAL DateStyle = 'ISO'`);
    await requireEmpty(client);
    const restoreStructure = await dropStructure(client);
    const of = header.tables.reduce((sum, { rows }) => sum + rows, 0);
    let rows = 0;
    let batch: (string | null)[][] = [];
    let size = 0;
    let inserted: Promise<void> = Promise.resolve();
    const flush = async (table: BackupTable) => {
      // Rows are inserted while the next ones are read.
      await inserted;
      if (batch.length > 0) inserted = insert(client, table, batch);
      // Avoid an unhandledRejection; the error surfaces when the promise is awaited.
      inserted.catch(() => undefined);
      rows += batch.length;
      batch = [];
      size = 0;
      onProgress({ table: table.name, rows, of });
    };
    for await (const part of parts) {
      if (part.type === 'table') await flush(part.table);
      if (part.type !== 'row') continue;
      batch.push(part.row);
      size += part.size;
      if (size > BATCH_BYTES || batch.length === MAX_ROWS) await flush(part.table);
    }
    await inserted;
    await restoreStructure();
    await advanceCounters(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
  await migrate(database);
  // The planner has no statistics on the rows yet; there are no dead rows to remove.
  await database.pool.query('ANALYZE');
  return header;
}

type Part =
  | { type: 'header'; header: BackupHeader }
  | { type: 'row'; table: BackupTable; row: (string | null)[]; size: number }
  | { type: 'table'; table: BackupTable };

/**
 * Iterates over the parts of a backup in order and verifies each line against the hashes.
 * @param options.rows if false, rows are hashed but not parsed
 * @throws {BackupError}
 */
async function* partsOf(
  lines: AsyncIterable<Buffer>,
  { rows: wanted = true }: { rows?: boolean } = {},
): AsyncGenerator<Part, void> {
  const frame = createHash('sha256');
  let header: BackupHeader | undefined;
  let at = 0;
  let rows = 0;
  let hash = createHash('sha256');
  for await (const line of wholeLines(lines)) {
    const passedOver = !wanted && line[0] === OPENING_BRACKET;
    const json = passedOver ? [] : parse(line);
    if (!header) {
      header = readHeader(json);
      frame.update(line);
      yield { type: 'header', header };
      continue;
    }
    const table = header.tables[at];
    if (!table) {
      const end = backupEnd.safeParse(json);
      if (!end.success || end.data.sha256 !== frame.digest('hex')) throw changed();
      return;
    }
    if (passedOver) {
      hash.update(line);
      rows += 1;
      continue;
    }
    if (Array.isArray(json)) {
      const row = backupRow.safeParse(json);
      if (!row.success || row.data.length !== table.columns.length) throw changed();
      hash.update(line);
      rows += 1;
      yield { type: 'row', table, row: row.data, size: line.length };
      continue;
    }
    const end = tableEnd.safeParse(json);
    if (
      !end.success ||
      end.data.table !== table.name ||
      end.data.rows !== rows ||
      end.data.sha256 !== hash.digest('hex')
    )
      throw changed();
    frame.update(line);
    yield { type: 'table', table };
    at += 1;
    rows = 0;
    hash = createHash('sha256');
  }
  throw new BackupError('备份文件不完整：末尾缺失，可能备份中途停止或文件没有传完。请换一份完整的备份。');
}

/** Ends early if the input cannot be decompressed further, as for a truncated file. */
async function* wholeLines(lines: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* lines;
  } catch (error) {
    if (error instanceof RangeError) throw changed();
    const { code = '' } = error as Partial<NodeJS.ErrnoException>;
    if (code.startsWith('ZSTD_') || code === 'Z_BUF_ERROR' || code === 'ERR_ZLIB_INITIALIZATION_FAILED')
      throw new BackupError('备份文件不完整或已损坏，解压中断。请换一份完整的备份。');
    throw error;
  }
}

function parse(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString());
  } catch {
    throw changed();
  }
}

function readHeader(json: unknown): BackupHeader {
  const known = z.object({ gongkai: z.literal('backup'), version: z.int() }).safeParse(json);
  if (!known.success) throw new BackupError('这不是公开年报的备份文件。');
  if (known.data.version > formatVersion) throw new BackupError('备份来自更新的版本。请先升级本程序，再恢复这份备份。');
  const header = backupHeader.safeParse(json);
  if (!header.success) throw changed();
  return header.data;
}

const changed = () => new BackupError('备份文件的内容与校验和不符，可能已损坏或被改动。请换一份完整的备份。');

async function requireEmpty(client: PoolClient): Promise<void> {
  for (const { name } of await readCatalog(client)) {
    // Settings that a server writes at its first start are replaced.
    if (name === 'setting') await client.query('DELETE FROM setting');
    else if ((await client.query(`SELECT FROM ${quoted(name)} LIMIT 1`)).rowCount)
      throw new BackupError('数据库里已有数据，没有恢复。请换一个空的数据目录或空的数据库。');
  }
}

/**
 * Drops keys, references and indexes, because checking all rows at the end takes a fraction of the time of checking
 * each row.
 * @returns a function that restores them
 */
async function dropStructure(client: PoolClient): Promise<() => Promise<void>> {
  const { rows: constraints } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('f', 'p', 'u')
     ORDER BY contype = 'f' DESC, conname`,
  );
  for (const { table, name } of constraints) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`);
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = 'public'::regnamespace`,
  );
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  return async () => {
    await client.query(`SET LOCAL maintenance_work_mem = '256MB'`);
    for (const { definition } of indexes) await client.query(definition);
    // Keys must be restored before the references to them.
    for (const { table, name, definition } of constraints.toReversed())
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${definition}`);
  };
}

async function insert(client: PoolClient, { name, columns }: BackupTable, rows: (string | null)[][]): Promise<void> {
  const names = columns.map((column) => quoted(column.name)).join();
  const values = columns.map(({ type }, at) => `c${at}::${type}`).join();
  const arrays = columns.map((_, at) => `$${at + 1}::text[]`).join();
  const aliases = columns.map((_, at) => `c${at}`).join();
  await client.query(
    `INSERT INTO ${quoted(name)} (${names}) OVERRIDING SYSTEM VALUE
     SELECT ${values} FROM unnest(${arrays}) AS given(${aliases})`,
    columns.map((_, at) => rows.map((row) => row[at])),
  );
}

/** Sets counters to continue after the highest loaded number. */
async function advanceCounters(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND is_identity = 'YES'`,
  );
  for (const { table, column } of rows)
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, $2), max(${quoted(column)})) FROM ${quoted(table)}
       HAVING max(${quoted(column)}) IS NOT NULL`,
      [quoted(table), column],
    );
}
