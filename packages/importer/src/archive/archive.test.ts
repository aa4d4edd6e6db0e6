import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { openArchive } from './archive.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const attempt = (unpack: () => Uint8Array) => {
  try {
    return text(unpack());
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};
const read = (zip: Uint8Array) => openArchive(zip).files.map(({ name, unpack }) => [name, attempt(unpack)]);
/** Changes a 32-bit number in the directory of the archive. */
const lying = (zip: Uint8Array, field: number, value: number) => {
  const changed = zip.slice();
  const at = Buffer.from(zip).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  new DataView(changed.buffer).setUint32(at + field, value, true);
  return changed;
};

it('gives the files of an archive, packed or not, without what systems leave', () => {
  const zip = zipSync({
    '甲/年报.txt': strToU8('年报'.repeat(100)),
    'b.txt': [strToU8('乙'), { level: 0 }],
    'empty.txt': new Uint8Array(),
    '__MACOSX/._b.txt': strToU8('x'),
    '.DS_Store': strToU8('x'),
    '甲/~$年报.docx': strToU8('x'),
    'folder/': new Uint8Array(),
  });
  expect(read(zip)).toEqual([
    ['甲/年报.txt', '年报'.repeat(100)],
    ['b.txt', '乙'],
    ['empty.txt', ''],
  ]);
  expect(openArchive(zip).systemFiles).toEqual(['__MACOSX/._b.txt', '.DS_Store', '甲/~$年报.docx']);
});

it('unpacks what is larger than it unpacks at once', () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => (at * at * 2_654_435_761) >>> 13);
  const unpacked = openArchive(zipSync({ 'a.txt': bytes })).files[0]!.unpack();
  expect(Buffer.compare(unpacked, bytes)).toBe(0);
});

it('reads names as Chinese Windows writes them', () => {
  const zip = zipSync({ 'abcd.txt': strToU8('x') });
  // 年报 in GB18030, in both places that hold the name
  for (let at = 0; at + 4 < zip.length; at++)
    if (text(zip.subarray(at, at + 4)) === 'abcd') zip.set([0xc4, 0xea, 0xb1, 0xa8], at);
  expect(openArchive(zip).files[0]!.name).toBe('年报.txt');
});

it.each([
  ['a bomb', zipSync({ 'a.txt': new Uint8Array(15 * 2 ** 20) }), 'too-large'],
  ['a file too large', zipSync({ 'a.txt': [new Uint8Array(21 * 2 ** 20), { level: 0 }] }), 'too-large'],
  ['a bomb that says it is small', lying(zipSync({ 'a.txt': new Uint8Array(15 * 2 ** 20) }), 24, 10), 'damaged'],
  ['an archive again', zipSync({ 'a.zip': zipSync({ b: strToU8('x') }) }), 'unsupported-kind'],
  ['a file with a password', lying(zipSync({ 'a.txt': strToU8('x') }), 8, 1), 'encrypted'],
  ['a way out', zipSync({ '../a.txt': strToU8('x') }), 'damaged'],
  ['a full path', zipSync({ 'C:/a.txt': strToU8('x') }), 'damaged'],
  ['an unknown packing', lying(zipSync({ 'a.txt': strToU8('x') }), 10, 99), 'damaged'],
  ['a size beyond its end', lying(zipSync({ 'a.txt': [strToU8('x'), { level: 0 }] }), 20, 5_000), 'damaged'],
])('refuses %s', (_name, zip, code) => {
  expect(read(zip).map(([, result]) => result)).toEqual([code]);
});

it.each([
  ['cut off', zipSync({ 'a.txt': strToU8('x') }).subarray(0, 60)],
  ['without a directory', lying(zipSync({ 'a.txt': strToU8('x') }), 0, 0)],
])('refuses an archive %s', (_name, zip) => {
  expect(() => openArchive(zip)).toThrow(/已损坏/u);
});

it('refuses an archive that says it unpacks to more than any county has', () => {
  const files = Object.fromEntries(Array.from({ length: 2 }, (_, index) => [`${index}.txt`, strToU8('x')]));
  const zip = zipSync(files);
  const changed = zip.slice();
  for (let at = 0; at + 46 < changed.length; at++)
    if (changed[at] === 0x50 && changed[at + 1] === 0x4b && changed[at + 2] === 1 && changed[at + 3] === 2)
      new DataView(changed.buffer).setUint32(at + 24, 0x90000000, true);
  expect(() => openArchive(changed)).toThrow(/太大/u);
});
