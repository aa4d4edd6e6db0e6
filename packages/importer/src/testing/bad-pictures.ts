import { deflateSync } from 'node:zlib';
import { strToU8 } from 'fflate';
import { encode as jpegOf } from 'jpeg-js';
import utif from 'utif2';
import type { BadFile } from './bad-files.ts';
import { encoded } from './scans/encode.ts';

const white = (width: number, height: number) => ({ width, height, data: new Uint8Array(width * height).fill(255) });

function pngChunk(type: string, content: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(content.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, content.length);
  chunk.set(strToU8(type), 4);
  chunk.set(content, 8);
  view.setUint32(content.length + 8, crc(chunk.subarray(4, content.length + 8)));
  return chunk;
}

function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

/** A grey PNG that states the given size, with the given compressed pixels. */
function png(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, width);
  new DataView(header.buffer).setUint32(4, height);
  header.set([8, 0, 0, 0, 0], 8);
  return new Uint8Array([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...pngChunk('IHDR', header),
    ...pngChunk('IDAT', pixels),
    ...pngChunk('IEND', new Uint8Array()),
  ]);
}

const jpeg = () =>
  new Uint8Array(jpegOf({ width: 1000, height: 1400, data: new Uint8Array(5_600_000).fill(255) }, 80).data);

/** A JPEG whose start of frame states another size. */
function jpegOfSize(width: number, height: number): Uint8Array {
  const bytes = jpeg();
  const at = bytes.findIndex((byte, index) => byte === 0xff && bytes[index + 1] === 0xc0);
  new DataView(bytes.buffer, bytes.byteOffset).setUint16(at + 5, height);
  new DataView(bytes.buffer, bytes.byteOffset).setUint16(at + 7, width);
  return bytes;
}

/**
 * A TIFF of directories with the given 32-bit entries; `next` gives the offset of the next directory by the offset of
 * its own.
 */
function tiff(entries: readonly (readonly [tag: number, value: number])[], next: (own: number) => number): Uint8Array {
  const bytes = new Uint8Array(8 + 2 + entries.length * 12 + 4 + 64);
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 0x2a, 0, 8]);
  view.setUint16(8, entries.length, true);
  entries.forEach(([tag, value], at) => {
    const from = 10 + at * 12;
    view.setUint16(from, tag, true);
    view.setUint16(from + 2, 4, true);
    view.setUint32(from + 4, 1, true);
    view.setUint32(from + 8, value, true);
  });
  view.setUint32(10 + entries.length * 12, next(8), true);
  return bytes;
}

const greyTiff = (width: number, height: number) =>
  [
    [256, width],
    [257, height],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 8],
    [277, 1],
    [278, height],
    [279, width * height],
  ] as const;

/** A PDF of pages that are pictures, each of the maximum size that PDF allows. */
function hugePages(count: number): Uint8Array {
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 14400 14400] /Resources << /XObject << /P 4 0 R >> >> /Contents 5 0 R >>`;
  const content = '14400 0 0 14400 0 0 cm /P Do';
  return strToU8(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count ${count} /Kids [${'3 0 R '.repeat(count)}] >>\nendobj\n3 0 obj\n${page}\nendobj\n4 0 obj\n<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream\nendobj\n5 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF`,
  );
}

const scannedPages = (count: number) =>
  encoded(
    Array.from({ length: count }, () => white(120, 160)),
    'pdf',
  );

/** Pictures and scans that must be refused with a reason. */
export const badPictures: Readonly<Record<string, () => BadFile>> = {
  'a PNG that states billions of pixels': () => ({ bytes: png(60_000, 60_000, new Uint8Array(20)), code: 'too-large' }),
  'a PNG of a size that no number holds': () => ({
    bytes: png(2 ** 31, 2 ** 31, new Uint8Array(20)),
    code: 'too-large',
  }),
  'a PNG that is a bomb': () => ({
    bytes: png(1_000, 1_400, deflateSync(Buffer.alloc(300 * 2 ** 20), { level: 9 })),
  }),
  'a white PNG as large as is read': () => ({
    bytes: png(5_000, 5_000, deflateSync(Buffer.alloc(5_001 * 5_000, 255))),
  }),
  'a PNG cut off': () => ({ bytes: encoded([white(1_000, 1_400)], 'png').subarray(0, 300), code: 'damaged' }),
  'a PNG without a size': () => ({ bytes: encoded([white(1_000, 1_400)], 'png').subarray(0, 12), code: 'damaged' }),
  'a PNG too small to read': () => ({ bytes: encoded([white(300, 400)], 'png'), code: 'no-text' }),
  'a JPEG that states billions of pixels': () => ({ bytes: jpegOfSize(65_000, 65_000), code: 'too-large' }),
  'a JPEG cut off': () => ({ bytes: jpeg().subarray(0, 400) }),
  'a JPEG of noise': () => ({
    bytes: new Uint8Array(200_000).fill(0x5a).fill(0xff, 0, 1).fill(0xd8, 1, 2).fill(0xff, 2, 3),
  }),
  'a TIFF that states billions of pixels': () => ({
    bytes: tiff(greyTiff(60_000, 60_000), () => 0),
    code: 'too-large',
  }),
  'a TIFF whose pages lead back to the first': () => ({ bytes: tiff(greyTiff(1_000, 1_400), (own) => own) }),
  'a TIFF cut off': () => ({
    bytes: new Uint8Array(utif.encodeImage(new Uint8Array(1_000 * 1_400 * 4), 1_000, 1_400)).subarray(0, 60),
    code: 'damaged',
  }),
  'a PDF of a scanned page as large as a field': () => ({ bytes: hugePages(1) }),
  'a PDF of more scanned pages than any report has': () => ({ bytes: scannedPages(60), code: 'too-large' }),
};
