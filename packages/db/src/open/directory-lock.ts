import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const SQLITE_BUSY = 5;

/** Another process, or another part of this one, holds the data directory. */
export class DirectoryLocked extends Error {
  override readonly name = 'DirectoryLocked';
  readonly directory: string;

  constructor(directory: string) {
    super(`数据目录 ${directory} 正由另一个进程使用。请先停止那个进程，或者改用另一个数据目录。`);
    this.directory = directory;
  }
}

/**
 * Takes a data directory for this process alone. SQLite's lock on a file is the operating system's:
 * it ends with the process, however that ends.
 * @returns what frees it again
 * @throws {DirectoryLocked}
 */
export function lockDirectory(directory: string): () => void {
  const lock = new DatabaseSync(join(directory, 'lock'), { timeout: 0 });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw (error as { errcode?: number }).errcode === SQLITE_BUSY ? new DirectoryLocked(directory) : error;
  }
  return () => lock.close();
}
