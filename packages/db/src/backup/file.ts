import { createReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import type { OpenDatabase } from '../open/open-database.ts';
import { dump } from './dump.ts';
import { BackupError, type BackupHeader, type BackupProgress } from './format.ts';
import { splitLines } from './lines.ts';
import { load, verifyBackup } from './load.ts';

/** Bytes per chunk; each chunk costs a round trip to a thread. */
const PIECE = 2 ** 20;

/** Maximum line length: an attachment of 20 MB in hexadecimal, plus overhead. */
const MAX_LINE_BYTES = 64 * 2 ** 20;

/**
 * Backs the database up into a new compressed file, in the same format for both engines. The file gets its name only
 * when it is complete and on the disk. Only its owner may read it, because it contains password hashes and the
 * installation's keys.
 * @returns its size in bytes
 * @throws {BackupError} if the file exists already
 */
export async function backUp(
  database: Pick<OpenDatabase, 'pool' | 'engine'>,
  path: string,
  onProgress?: (progress: BackupProgress) => void,
): Promise<number> {
  if (await exists(path)) throw new BackupError(`${path} 已经存在，没有覆盖。请换一个文件名。`);
  const unfinished = `${path}.part`;
  try {
    const file = await open(unfinished, 'w', 0o600);
    await pipeline(
      Readable.from(dump(database, onProgress), { objectMode: true }),
      // A higher level would occupy a core that the database needs during the backup.
      createZstdCompress({ chunkSize: PIECE, params: { [constants.ZSTD_c_compressionLevel]: 1 } }),
      file.createWriteStream({ flush: true }),
    );
    await rename(unfinished, path);
    return (await stat(path)).size;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/**
 * Restores a backup into an empty database of either engine. The file is verified first, so that a damaged one changes
 * nothing.
 * @throws {BackupError}
 */
export async function restore(
  database: OpenDatabase,
  path: string,
  onProgress?: (progress: BackupProgress) => void,
): Promise<BackupHeader> {
  await inspect(path);
  return load(database, linesIn(path), onProgress);
}

/** Verifies a backup and returns its header. @throws {BackupError} */
export async function inspect(path: string): Promise<BackupHeader> {
  return verifyBackup(linesIn(path));
}

async function* linesIn(path: string): AsyncGenerator<Buffer> {
  const source = createReadStream(path, { highWaterMark: PIECE });
  const text = createZstdDecompress({ chunkSize: PIECE });
  // The reader of the text receives the errors of both streams.
  source.on('error', (error) => text.destroy(error));
  source.pipe(text);
  try {
    for await (const line of splitLines(text, MAX_LINE_BYTES)) {
      if (!line) throw new RangeError('a line is too long');
      yield line;
    }
  } finally {
    source.destroy();
    text.destroy();
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}
