import { closeSync, openSync, readSync } from 'node:fs';

/** One face of a font file: a collection holds several. */
export interface FontFace {
  readonly path: string;
  /** Position in a collection, 0 in a plain file. */
  readonly index: number;
  /** Its family by every name and language, such as FangSong and 仿宋. */
  readonly families: readonly string[];
  readonly style: string;
  /** Whether the font's owner lets it be embedded in documents (fsType of OS/2). */
  readonly isEmbeddable: boolean;
}

interface TableEntry {
  readonly offset: number;
  readonly length: number;
}

/** The faces of a font file, by its directory and name tables alone. @throws Error where the file is no font */
export function readFaces(path: string): FontFace[] {
  const file = openSync(path, 'r');
  try {
    return faceOffsets(file).map((offset, index) => {
      const tables = readDirectory(file, offset);
      const names = readNames(file, tables);
      return {
        path,
        index,
        families: [...new Set([...(names.get(16) ?? []), ...(names.get(1) ?? [])])],
        style: (names.get(17) ?? names.get(2) ?? ['Regular'])[0]!,
        isEmbeddable: isEmbeddable(file, tables),
      };
    });
  } finally {
    closeSync(file);
  }
}

/** The code points for which a face has a glyph, as ranges from and to. @throws Error where it has no usable map */
export function readCoverage({ path, index }: FontFace): [number, number][] {
  const file = openSync(path, 'r');
  try {
    const entry = readDirectory(file, faceOffsets(file)[index]!).get('cmap');
    if (!entry) throw new Error(`${path} has no cmap`);
    return parseCmap(read(file, entry.offset, entry.length));
  } finally {
    closeSync(file);
  }
}

function faceOffsets(file: number): number[] {
  const head = read(file, 0, 12);
  const tag = head.toString('latin1', 0, 4);
  if (tag !== 'ttcf') {
    if (!['\0\u0001\0\0', 'OTTO', 'true'].includes(tag)) throw new Error('no font');
    return [0];
  }
  const count = head.readUInt32BE(8);
  const offsets = read(file, 12, 4 * count);
  return Array.from({ length: count }, (_, at) => offsets.readUInt32BE(4 * at));
}

function readDirectory(file: number, offset: number): Map<string, TableEntry> {
  const count = read(file, offset, 12).readUInt16BE(4);
  const entries = read(file, offset + 12, 16 * count);
  return new Map(
    Array.from({ length: count }, (_, at) => [
      entries.toString('latin1', 16 * at, 16 * at + 4),
      { offset: entries.readUInt32BE(16 * at + 8), length: entries.readUInt32BE(16 * at + 12) },
    ]),
  );
}

/** Names by their id, each in every language, English first. */
function readNames(file: number, tables: ReadonlyMap<string, TableEntry>): Map<number, string[]> {
  const names = new Map<number, string[]>();
  const entry = tables.get('name');
  if (!entry) return names;
  const table = read(file, entry.offset, entry.length);
  const strings = table.readUInt16BE(4);
  for (let at = 0; at < table.readUInt16BE(2); at++) {
    const record = 6 + 12 * at;
    const platform = table.readUInt16BE(record);
    if (platform !== 3 && platform !== 0) continue;
    const start = strings + table.readUInt16BE(record + 10);
    const text = new TextDecoder('utf-16be').decode(table.subarray(start, start + table.readUInt16BE(record + 8)));
    const id = table.readUInt16BE(record + 6);
    const isEnglish = table.readUInt16BE(record + 4) === 0x409;
    names.set(id, isEnglish ? [text, ...(names.get(id) ?? [])] : [...(names.get(id) ?? []), text]);
  }
  return names;
}

/** Bit 1 alone of fsType forbids embedding. */
function isEmbeddable(file: number, tables: ReadonlyMap<string, TableEntry>): boolean {
  const entry = tables.get('OS/2');
  if (!entry || entry.length < 10) return true;
  return (read(file, entry.offset, 10).readUInt16BE(8) & 0x000f) !== 0x0002;
}

function parseCmap(table: Buffer): [number, number][] {
  const records = Array.from({ length: table.readUInt16BE(2) }, (_, at) => table.readUInt32BE(4 + 8 * at + 4));
  const byFormat = new Map(records.map((offset) => [table.readUInt16BE(offset), table.subarray(offset)]));
  const wide = byFormat.get(12);
  if (wide)
    return Array.from({ length: wide.readUInt32BE(12) }, (_, at) => [
      wide.readUInt32BE(16 + 12 * at),
      wide.readUInt32BE(20 + 12 * at),
    ]);
  const narrow = byFormat.get(4);
  if (!narrow) throw new Error('no Unicode cmap');
  const count = narrow.readUInt16BE(6) / 2;
  return Array.from({ length: count }, (_, at): [number, number] => [
    narrow.readUInt16BE(16 + 2 * count + 2 * at),
    narrow.readUInt16BE(14 + 2 * at),
  ]).filter(([from]) => from !== 0xffff);
}

function read(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  if (readSync(file, bytes, 0, length, offset) < length) throw new Error('font file ends too early');
  return bytes;
}
