import type { Pool } from 'pg';
import { toPoolSettings, unlimitedWork, type ConnectionLimits } from './limits.ts';
import { createPool } from './pool.ts';

const OLDEST_VERSION = 15;

interface Qualities {
  version: number;
  encoding: string;
  ctype: string;
}

/** Thrown if a PostgreSQL database cannot store this program's data. */
export class UnsuitableDatabase extends Error {
  override readonly name = 'UnsuitableDatabase';
  readonly reason: 'version' | 'encoding' | 'ctype';

  constructor(reason: UnsuitableDatabase['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

export interface PostgresOptions {
  /** By default statements have no limit. */
  readonly limits?: ConnectionLimits | undefined;
  /** Receives errors of lost idle connections. */
  readonly onError: (error: Error) => void;
}

/** @throws {UnsuitableDatabase} */
export async function openPostgres(url: string, options: PostgresOptions): Promise<Pool> {
  const pool = createPostgresPool(url, options);
  try {
    await refuseUnsuitable(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return pool;
}

/** Creates a pool for a server that need not be available yet. */
export function createPostgresPool(url: string, { limits = unlimitedWork, onError }: PostgresOptions): Pool {
  return createPool({ ...toPoolSettings(limits), connectionString: url, application_name: 'gongkai' }, onError);
}

/** @throws {UnsuitableDatabase} */
async function refuseUnsuitable(pool: Pool): Promise<void> {
  const { rows } = await pool.query<Qualities>(`
    SELECT current_setting('server_version_num')::int / 10000 AS version, pg_encoding_to_char(encoding) AS encoding,
      datctype AS ctype
    FROM pg_database WHERE datname = current_database()`);
  const { version, encoding, ctype } = rows[0]!;
  if (version < OLDEST_VERSION)
    throw new UnsuitableDatabase('version', `数据库是 PostgreSQL ${version}，请改用 ${OLDEST_VERSION} 或更高版本。`);
  if (encoding !== 'UTF8')
    throw new UnsuitableDatabase('encoding', `数据库的编码是 ${encoding}，请用 ENCODING 'UTF8' 重新建库。`);
  // pg_trgm ignores characters that are not letters. Only a UTF-8 database can classify a Chinese character.
  const { rows: answers } = await pool.query<{ known: boolean }>(`SELECT '政' ~ '[[:alpha:]]' AS known`);
  if (!answers[0]!.known)
    throw new UnsuitableDatabase(
      'ctype',
      `数据库的 LC_CTYPE 是 ${ctype}，检索不到汉字，请用 LC_CTYPE 'C.UTF-8' 或其他 UTF-8 区域设置重新建库。`,
    );
}
