import { accessSync, constants, rmdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const SQLITE_BUSY = 5;
/** Error codes for a file that is damaged or not a database: SQLITE_CORRUPT, SQLITE_NOTADB. */
const damaged = new Set([11, 26]);

/** Thrown if another process, or another part of this one, holds the data directory. */
export class DirectoryLocked extends Error {
  override readonly name = 'DirectoryLocked';
  readonly directory: string;

  constructor(directory: string) {
    super(`数据目录 ${directory} 正由另一个进程使用。请先停止那个进程，或者改用另一个数据目录。`);
    this.directory = directory;
  }
}

/** Thrown if the lock file of a data directory can neither be used nor replaced. */
export class DirectoryUnusable extends Error {
  override readonly name = 'DirectoryUnusable';
}

/**
 * Locks a data directory for this process. SQLite uses the operating system's file lock, which always ends with the
 * process. The file itself has no content; if it is damaged, it is emptied.
 * @returns a function that releases the lock
 * @throws {DirectoryLocked}
 * @throws {DirectoryUnusable}
 */
export function lockDirectory(directory: string): () => void {
  accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  const file = join(directory, 'lock');
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) removeFolder(file);
  try {
    return take(file);
  } catch (error) {
    const { errcode = 0 } = error as { errcode?: number };
    if (errcode === SQLITE_BUSY) throw new DirectoryLocked(directory);
    if (!damaged.has(errcode)) throw unusable(file, error);
  }
  // The file is emptied in place, because another process that starts concurrently locks the same file.
  truncateSync(file);
  try {
    return take(file);
  } catch (error) {
    throw (error as { errcode?: number }).errcode === SQLITE_BUSY
      ? new DirectoryLocked(directory)
      : unusable(file, error);
  }
}

function take(file: string): () => void {
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw error;
  }
  return () => lock.close();
}

function removeFolder(path: string): void {
  try {
    rmdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Another process that starts concurrently may have removed it.
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw unusable(path, error);
  }
}

function unusable(path: string, cause: unknown): DirectoryUnusable {
  const { message } = cause as Error;
  return new DirectoryUnusable(
    `用不了数据目录里的锁文件 ${path}（${message}）。它不含数据：请停止服务，删去它，再启动。`,
    {
      cause,
    },
  );
}
