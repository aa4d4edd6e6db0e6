import { limits } from '../source/limits.ts';
import { Refusal } from '../source/refusal.ts';
import { damaged, readDirectory, type DirectoryEntry } from './directory.ts';
import { isInside } from './entry-name.ts';
import { inflate } from './inflate.ts';

export { Refusal } from '../source/refusal.ts';

/** A file of an archive, unpacked on request. */
export interface ArchiveFile {
  /** Its path in the archive. */
  readonly name: string;
  /** @throws Refusal for a decompression bomb, a file with a password or a nested archive */
  unpack(): Uint8Array;
}

/** The contents of a zip archive. */
export interface Archive {
  readonly files: readonly ArchiveFile[];
  /** Paths of files that operating systems and programs added to the archive. */
  readonly systemFiles: readonly string[];
}

/** Maximum size in bytes of an archive that is opened. */
export const maxArchiveBytes = 2 ** 30;
/** Maximum ratio of unpacked to packed size; documents stay far below it. */
const maxRatio = 400;
/** Maximum number of bytes that all files of an archive may unpack to. */
const maxBytes = 4 * 2 ** 30;
const [stored, deflated] = [0, 8];
const nested = /\.(?:zip|rar|7z|gz|tgz|tar|bz2|xz)$/i;
/** Files that operating systems and programs add next to documents. */
const systemFilePattern = /(?:^|\/)(?:__MACOSX\/|\.(?!\.)|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** Opens a zip archive; also runs in a browser. Writes nothing, and unpacks a file only on request. @throws Refusal */
export function openArchive(archive: Uint8Array): Archive {
  const entries = readDirectory(archive);
  const kept = entries.filter(({ name }) => !isSystemFile(name));
  if (kept.reduce((sum, { size }) => sum + size, 0) > maxBytes)
    throw new Refusal('too-large', '压缩包解开后太大（超过 4 GB）。', '分成几个压缩包');
  return {
    files: kept.map((entry) => ({ name: entry.name, unpack: () => unpacked(archive, entry) })),
    systemFiles: entries.map(({ name }) => name).filter(isSystemFile),
  };
}

/** True for files of operating systems and programs, such as `__MACOSX/` and `Thumbs.db`. */
export function isSystemFile(path: string): boolean {
  return systemFilePattern.test(path);
}

function unpacked(archive: Uint8Array, entry: DirectoryEntry): Uint8Array {
  const { name, packed, size, offset, method, isEncrypted } = entry;
  if (!isInside(name)) throw new Refusal('damaged', '文件名不合规（指向压缩包以外），没有读取。', '正常打包的 .zip');
  if (nested.test(name))
    throw new Refusal('unsupported-kind', '压缩包里的压缩包没有读取，请解开后再导入。', '单独一份年度报告文件');
  if (isEncrypted) throw new Refusal('encrypted', '压缩包设有密码，不能读取。请去掉密码后再导入。', '没有密码的压缩包');
  if (size > limits.bytes || size > Math.max(packed, 1_000) * maxRatio)
    throw new Refusal('too-large', '文件解开后太大，不像是一份年度报告。', '单独一份年度报告文件');
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const content = archive.subarray(start, start + packed);
    if (content.length !== packed) throw damaged();
    if (method === stored && packed === size) return content;
    // The directory may state a wrong size, so nothing beyond the stated size is unpacked.
    const bytes = method === deflated ? inflate(content, size) : undefined;
    if (bytes?.length === size) return bytes;
  } catch (error) {
    if (error instanceof Refusal) throw error;
  }
  throw damaged();
}
