import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  causesOf,
  DirectoryLocked,
  DirectoryUnusable,
  isUnavailable,
  migrate,
  openDatabase,
  UnsuitableDatabase,
  type ConnectionLimits,
  type OpenDatabase,
} from '@gongkai/db';
import { Failure } from '../terminal/failure.ts';
import type { Logger } from '../log/logger.ts';

const defaultDirectory = fileURLToPath(new URL('../../../../data', import.meta.url));

/** The location of the data: a PostgreSQL server, or a folder with the embedded database. */
export type DatabaseLocation = { readonly url: string } | { readonly directory: string };

export function resolveLocation(databaseUrl: string | undefined, directory: string | undefined): DatabaseLocation {
  return databaseUrl === undefined ? { directory: directory ?? defaultDirectory } : { url: databaseUrl };
}

/** Describes the location without the password that a URL may contain. */
export function describeLocation(place: DatabaseLocation): string {
  if ('directory' in place) return `${place.directory}（内嵌数据库）`;
  const { host, pathname } = new URL(place.url);
  return `${host}${pathname}（PostgreSQL）`;
}

/** The database cannot be reached at present; a later attempt may succeed. */
export class DatabaseUnavailable extends Failure {
  override readonly cause: unknown;

  constructor(message: string, cause: unknown) {
    super(message);
    this.cause = cause;
  }
}

/**
 * Migrates the database and opens it.
 * @param limits of connections to a server; the migrations themselves have none
 * @throws {Failure}
 */
export async function open(place: DatabaseLocation, logger: Logger, limits: ConnectionLimits): Promise<OpenDatabase> {
  const { connections, connectMs } = limits;
  const database = await openWithoutMigrating(place, logger, { connections, connectMs });
  try {
    await migrate(database);
    if ('directory' in place) return database;
  } catch (error) {
    await database.close();
    throw toFailure(place, error);
  }
  await database.close();
  return openWithoutMigrating(place, logger, limits);
}

/** Opens a new or existing database without changing anything in it. @throws {Failure} */
export async function openWithoutMigrating(
  place: DatabaseLocation,
  logger: Logger,
  limits?: ConnectionLimits,
): Promise<OpenDatabase> {
  try {
    return await openDatabase({ ...place, ...(limits && { limits }), onError: logConnectionErrors(logger) });
  } catch (error) {
    throw toFailure(place, error);
  }
}

/** Opens a database that a server has used before. @throws {Failure} */
export async function openExisting(place: DatabaseLocation, logger: Logger): Promise<OpenDatabase> {
  const never = new Failure(
    `${describeLocation(place)} 里还没有数据。请检查 --data 或 DATABASE_URL，或者先用 serve 启动一次。`,
  );
  if ('directory' in place && !existsSync(join(place.directory, 'pgdata'))) throw never;
  const database = await openWithoutMigrating(place, logger);
  try {
    const { rowCount } = await database.pool.query(`SELECT FROM pg_tables WHERE tablename = '__drizzle_migrations'`);
    if (rowCount) return database;
  } catch (error) {
    await database.close();
    throw toFailure(place, error);
  }
  await database.close();
  throw never;
}

/** Logs lost connections, which are not an error of this program. */
export function logConnectionErrors(logger: Logger): (error: Error) => void {
  return (err) =>
    isUnavailable(err)
      ? logger.warn({ reason: err.message }, '与数据库的连接断开')
      : logger.error({ err }, '数据库出错');
}

/** PostgreSQL's codes for a wrong user or password, an unknown database, and no permission to connect. */
const refused = new Set(['3D000', '28000', '28P01', '42501']);

/** Messages for the codes of an unreachable server. */
const reasons: Readonly<Record<string, string>> = {
  '53300': '的连接已经用尽。请稍后再试，或者调大 PostgreSQL 的 max_connections',
  '57P03': '正在启动或停止。请稍后再试',
  '57P01': '正在停止。请稍后再试',
  '53100': '的磁盘已满。请清理或扩容',
};

/** Converts a database error into a one-line message for the user; any other error is returned unchanged. */
export function toFailure(place: DatabaseLocation, error: unknown): unknown {
  if (error instanceof Failure) return error;
  if (error instanceof DirectoryLocked || error instanceof DirectoryUnusable || error instanceof UnsuitableDatabase)
    return new Failure(error.message);
  const { code, message } = causesOf(error).findLast((cause) => typeof cause.code === 'string') ?? {};
  if ('url' in place) return toServerFailure(place, error, String(code), String(message));
  if (['EACCES', 'EPERM', 'ENOTDIR', 'EEXIST', 'EROFS', 'ENOSPC', '53100'].includes(String(code)))
    return new Failure(
      `用不了数据目录 ${place.directory}（${String(code)}）。请检查权限和磁盘空间，或者用 --data 换一个文件夹。`,
    );
  return error;
}

function toServerFailure(place: DatabaseLocation, error: unknown, code: string, message: string): unknown {
  const name = describeLocation(place);
  if (refused.has(code)) return new Failure(`数据库 ${name} 拒绝连接：${message}。请检查 DATABASE_URL。`);
  if (code === 'ENOTFOUND') return new Failure(`找不到数据库 ${name} 的主机。请检查 DATABASE_URL。`);
  if (reasons[code]) return new DatabaseUnavailable(`数据库 ${name} ${reasons[code]}。`, error);
  return isUnavailable(error)
    ? new DatabaseUnavailable(`连不上数据库 ${name}。请检查 DATABASE_URL 和数据库服务。`, error)
    : error;
}
