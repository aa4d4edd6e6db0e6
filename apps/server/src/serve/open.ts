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
  try {
    const database = await openDatabase({ ...place, onError: (err) => logger.error({ err }, '数据库出错') });
    try {
      await migrate(database);
      return database;
    } catch (error) {
      await database.close();
      throw error;
    }
  } catch (error) {
    throw toFailure(place, error);
  }
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
