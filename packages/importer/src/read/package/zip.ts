import { unzipSync } from 'fflate';
import { Refusal } from '../../source/refusal.ts';

/** Maximum number of bytes that the parts read from a package may unpack to together. */
const maxBytes = 32 * 2 ** 20;
/** Maximum number of entries of a package. */
const maxEntries = 5_000;
/** Maximum ratio of unpacked to packed size; the XML of documents stays far below it. */
const maxRatio = 400;

/** Names of all entries of a zip package. @throws Refusal if it is damaged */
export function entryNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  unpack(bytes, (name) => {
    names.push(name);
    return false;
  });
  return names;
}

/** Unpacks the requested parts of a zip package within limits. @throws Refusal */
export function unpackParts(bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unpack(bytes, wanted)));
}

function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Record<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (++entries > maxEntries) throw tooLarge();
        if (!wanted(name)) return false;
        total += originalSize;
        if (total > maxBytes || originalSize > Math.max(size, 1_000) * maxRatio) throw tooLarge();
        return true;
      },
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('damaged', '文件已损坏，不能解开。', '能用 Word 或 Excel 正常打开的文件');
  }
}

function tooLarge(): Refusal {
  return new Refusal('too-large', '文件解开后太大，不像是一份年度报告。', '单独一份年度报告文件');
}
