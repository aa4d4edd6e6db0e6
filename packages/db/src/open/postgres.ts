import type { Pool } from 'pg';
import { createPool } from './pool.ts';

const OLDEST_VERSION = 15;

interface Qualities {
  version: number;
  encoding: string;
  ctype: string;
  knowsChinese: boolean;
}

/** The PostgreSQL database that was named cannot hold this program's data. */
export class UnsuitableDatabase extends Error {
  override readonly name = 'UnsuitableDatabase';
  readonly reason: 'version' | 'encoding' | 'ctype';

  constructor(reason: UnsuitableDatabase['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** @throws {UnsuitableDatabase} */
export async function openPostgres(url: string, onError: (error: Error) => void): Promise<Pool> {
  const pool = createPool({ connectionString: url, application_name: 'gongkai' }, onError);
  try {
    await refuseUnsuitable(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return pool;
}

async function refuseUnsuitable(pool: Pool): Promise<void> {
  const { rows } = await pool.query<Qualities>(`
    SELECT current_setting('server_version_num')::int / 10000 AS version, pg_encoding_to_char(encoding) AS encoding,
      datctype AS ctype, '政' ~ '[[:alpha:]]' AS "knowsChinese"
    FROM pg_database WHERE datname = current_database()`);
  for (const { version, encoding, ctype, knowsChinese } of rows) {
    if (version < OLDEST_VERSION)
      throw new UnsuitableDatabase('version', `数据库是 PostgreSQL ${version}，请改用 ${OLDEST_VERSION} 或更高版本。`);
    if (encoding !== 'UTF8')
      throw new UnsuitableDatabase('encoding', `数据库的编码是 ${encoding}，请用 ENCODING 'UTF8' 重新建库。`);
    // pg_trgm leaves out what is no letter.
    if (!knowsChinese)
      throw new UnsuitableDatabase(
        'ctype',
        `数据库的 LC_CTYPE 是 ${ctype}，检索不到汉字，请用 LC_CTYPE 'C.UTF-8' 或其他 UTF-8 区域设置重新建库。`,
      );
  }
}
