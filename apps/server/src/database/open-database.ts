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

/** Where the data is: on a PostgreSQL server, or in a folder with the embedded database. */
export type DatabaseLocation = { readonly url: string } | { readonly directory: string };

export function resolveLocation(databaseUrl: string | undefined, directory: string | undefined): DatabaseLocation {
  return databaseUrl === undefined ? { directory: directory ?? defaultDirectory } : { url: databaseUrl };
}

/** The place in words, without the password that an address may hold. */
export function describeLocation(place: DatabaseLocation): string {
  if ('directory' in place) return `${place.directory}（内嵌数据库）`;
  const { host, pathname } = new URL(place.url);
  return `${host}${pathname}（PostgreSQL）`;
}

/** The database cannot be reached now, though it may be later. */
export class DatabaseUnavailable extends Failure {
  override readonly cause: unknown;

  constructor(message: string, cause: unknown) {
    super(message);
    this.cause = cause;
  }
}

/**
 * Brings the tables of the database up to date and opens it.
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

/** Opens the database, new or old, and changes nothing in it. @throws {Failure} */
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

/** Opens a database that has been served before. @throws {Failure} */
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

/** For the log: that connections are lost is no error of this program. */
export function logConnectionErrors(logger: Logger): (error: Error) => void {
  return (err) =>
    isUnavailable(err)
      ? logger.warn({ reason: err.message }, '与数据库的连接断开')
      : logger.error({ err }, '数据库出错');
}

/** PostgreSQL's codes: wrong user or password, no such database, no right to connect. */
const refused = new Set(['3D000', '28000', '28P01', '42501']);

/** What the codes of a server that is away mean, in words. */
const reasons: Readonly<Record<string, string>> = {
  '53300': '的连接已经用尽。请稍后再试，或者调大 PostgreSQL 的 max_connections',
  '57P03': '正在启动或停止。请稍后再试',
  '57P01': '正在停止。请稍后再试',
  '53100': '的磁盘已满。请清理或扩容',
};

/** What went wrong with a database, in a line for the person who gave the command; anything else as it is. */
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
