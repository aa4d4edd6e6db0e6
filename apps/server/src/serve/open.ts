import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DirectoryLocked, migrate, openDatabase, UnsuitableDatabase, type OpenDatabase } from '@gongkai/db';
import { Failure } from '../cli/failure.ts';
import type { Logger } from '../log/logger.ts';

const besideTheProgram = fileURLToPath(new URL('../../../../data', import.meta.url));

/** Where the data is: on a PostgreSQL server, or in a folder with the embedded database. */
export type Place = { readonly url: string } | { readonly directory: string };

export function placeOf(databaseUrl: string | undefined, directory: string | undefined): Place {
  return databaseUrl === undefined ? { directory: directory ?? besideTheProgram } : { url: databaseUrl };
}

/** The place in words, without the password that an address may hold. */
export function describePlace(place: Place): string {
  if ('directory' in place) return `${place.directory}（内嵌数据库）`;
  const { host, pathname } = new URL(place.url);
  return `${host}${pathname}（PostgreSQL）`;
}

/** Opens the database and brings its tables up to date. @throws {Failure} */
export async function open(place: Place, logger: Logger): Promise<OpenDatabase> {
  const database = await openAsItIs(place, logger);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw toFailure(place, error);
  }
}

/** Opens the database, new or old, and changes nothing in it. @throws {Failure} */
export async function openAsItIs(place: Place, logger: Logger): Promise<OpenDatabase> {
  try {
    return await openDatabase({ ...place, onError: (err) => logger.error({ err }, '数据库出错') });
  } catch (error) {
    throw toFailure(place, error);
  }
}

/** Opens a database that has been served before. @throws {Failure} */
export async function openServed(place: Place, logger: Logger): Promise<OpenDatabase> {
  const never = new Failure(
    `${describePlace(place)} 里还没有数据。请检查 --data 或 DATABASE_URL，或者先用 serve 启动一次。`,
  );
  if ('directory' in place && !existsSync(join(place.directory, 'pgdata'))) throw never;
  const database = await openAsItIs(place, logger);
  const { rowCount } = await database.pool.query(`SELECT FROM pg_tables WHERE tablename = '__drizzle_migrations'`);
  if (rowCount) return database;
  await database.close();
  throw never;
}

const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH']);
/** PostgreSQL's codes: no such database, wrong user or password. */
const refused = new Set(['3D000', '28000', '28P01']);

function toFailure(place: Place, error: unknown): unknown {
  if (error instanceof DirectoryLocked || error instanceof UnsuitableDatabase) return new Failure(error.message);
  const { code = '', message = '' } = error as Partial<NodeJS.ErrnoException>;
  if ('url' in place) {
    if (unreachable.has(code))
      return new Failure(`连不上数据库 ${describePlace(place)}。请检查 DATABASE_URL 和数据库服务。`);
    if (refused.has(code))
      return new Failure(`数据库 ${describePlace(place)} 拒绝连接：${message}。请检查 DATABASE_URL。`);
  } else if (['EACCES', 'EPERM', 'ENOTDIR', 'EEXIST', 'EROFS', 'ENOSPC'].includes(code))
    return new Failure(
      `用不了数据目录 ${place.directory}（${code}）。请检查权限和磁盘空间，或者用 --data 换一个文件夹。`,
    );
  return error;
}
