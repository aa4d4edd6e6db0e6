import { Refusal } from '../source/refusal.ts';
import { entryName } from './entry-name.ts';

/** The entry of one file in the directory of a zip archive. */
export interface DirectoryEntry {
  readonly name: string;
  /** Packed and unpacked size in bytes. */
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly method: number;
  readonly isEncrypted: boolean;
}

/** Maximum number of files in an archive. */
const maxEntries = 20_000;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
/** The end record is within the last bytes of the file: its own length plus that of the longest comment. */
const endLength = 22;
const maxCommentLength = 0xffff;

/** Reads the directory at the end of a zip archive. Folders are left out. @throws Refusal */
export function readDirectory(archive: Uint8Array): DirectoryEntry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count === 0xffff || count > maxEntries)
    throw new Refusal('too-large', `压缩包里的文件太多（上限 ${maxEntries} 个）。`, '分成几个压缩包');
  const entries: DirectoryEntry[] = [];
  let at = view.getUint32(end + 16, true);
  try {
    for (let index = 0; index < count; index++) {
      if (view.getUint32(at, true) !== entrySignature) throw damaged();
      const flags = view.getUint16(at + 8, true);
      const nameLength = view.getUint16(at + 28, true);
      const name = entryName(archive.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0);
      const entry = {
        name,
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
        method: view.getUint16(at + 10, true),
        isEncrypted: (flags & 1) !== 0,
      };
      if (!name.endsWith('/')) entries.push(entry);
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch (error) {
    throw error instanceof RangeError ? damaged() : error;
  }
  return entries;
}

function endOf(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - maxCommentLength); at--)
    if (view.getUint32(at, true) === endSignature) return at;
  throw damaged();
}

export function damaged(): Refusal {
  return new Refusal('damaged', '压缩包已损坏，不能解开。', '能正常解开的 .zip');
}
