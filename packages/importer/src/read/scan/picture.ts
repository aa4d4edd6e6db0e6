import { decode as decodeJpeg } from 'jpeg-js';
import { PNG } from 'pngjs';
import utif from 'utif2';
import { Refusal } from '../../source/refusal.ts';
import { fromPgm } from './pgm.ts';
import { scaled, type Raster } from './raster.ts';
import { isJpeg, isPng, isTiff } from '../signatures/pictures.ts';

/** Limits on pictures, far above any scanned page. */
export const pictureLimits = {
  /** Maximum number of pixels of a page: A3 at 300 dpi has 17 million. */
  pixels: 25_000_000,
  /** Maximum number of pages of a file. */
  pages: 30,
} as const;

/** Longest side of A4 in inches. */
const page = 11.69;
/** Dots per inch: below the minimum small type cannot be read reliably, above the maximum nothing is gained. */
const [minDpi, maxDpi] = [100, 300];

/** A page of a file of pictures. */
export interface Picture {
  readonly raster: Raster;
  readonly dpi: number;
  /** Number of pages of the file. */
  readonly pages: number;
}

/**
 * Decodes a page, counted from 0, of a PNG, JPEG, TIFF or PGM file. Run it in a process that can be ended.
 * @throws Refusal
 */
export function decodePicture(bytes: Uint8Array, at: number): Picture {
  const { raster, pages } = decoded(bytes, at);
  const found = Math.max(raster.width, raster.height) / page;
  if (found < minDpi)
    throw new Refusal(
      'no-text',
      `图片只有 ${raster.width}×${raster.height} 点，字太小，认不出来。请用 200 dpi 以上重新扫描。`,
      '200 dpi 以上的扫描图片',
    );
  if (found <= maxDpi) return { raster, dpi: found, pages };
  return { raster: scaled(raster, maxDpi / found), dpi: maxDpi, pages };
}

function decoded(bytes: Uint8Array, at: number): { raster: Raster; pages: number } {
  try {
    if (isPng(bytes)) return { raster: png(bytes), pages: 1 };
    if (isJpeg(bytes)) return { raster: jpeg(bytes), pages: 1 };
    if (isTiff(bytes)) return tiff(bytes, at);
    const raster = fromPgm(bytes);
    if (raster) return { raster: checked(raster, () => raster), pages: 1 };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw damaged(error);
  }
  throw damaged();
}

function damaged(cause?: unknown): Refusal {
  const refusal = new Refusal('damaged', '图片已损坏，或者是不能读取的格式。', '能正常打开的 PNG、JPEG 或 TIFF 图片');
  refusal.cause = cause;
  return refusal;
}

/** Refuses a picture by its size before it is decoded. */
function checked<T>({ width, height }: { readonly width: number; readonly height: number }, read: () => T): T {
  if (!(width > 0 && height > 0)) throw damaged();
  if (width * height > pictureLimits.pixels)
    throw new Refusal(
      'too-large',
      `图片有 ${width}×${height} 点，太大，没有读取。`,
      `不超过 ${pictureLimits.pixels / 1e6} 百万点的图片，如 300 dpi 扫描的 A4 纸`,
    );
  return read();
}

function png(bytes: Uint8Array): Raster {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 24) throw damaged();
  const size = { width: header.getUint32(16), height: header.getUint32(20) };
  return checked(size, () => grey(PNG.sync.read(Buffer.from(bytes)), 4));
}

function jpeg(bytes: Uint8Array): Raster {
  return checked(jpegSize(bytes), () =>
    grey(
      decodeJpeg(bytes, {
        useTArray: true,
        formatAsRGBA: false,
        maxResolutionInMP: pictureLimits.pixels / 1e6,
        maxMemoryUsageInMB: 480,
      }),
      3,
    ),
  );
}

/** The size that a JPEG states in its start-of-frame segment. */
function jpegSize(bytes: Uint8Array): { width: number; height: number } {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    const word = (from: number) => bytes[from]! * 256 + bytes[from + 1]!;
    if (isFrame) return { height: word(at + 5), width: word(at + 7) };
    at += marker === 0xff ? 1 : 2 + word(at + 2);
  }
  throw damaged();
}

function tiff(bytes: Uint8Array, at: number): { raster: Raster; pages: number } {
  const buffer = bytes.slice().buffer;
  const pages = utif.decode(buffer).filter((one) => one['t256'] !== undefined);
  if (pages.length > pictureLimits.pages) throw tooManyPages(pages.length);
  const one = pages[at];
  if (!one) throw damaged();
  const [width, height] = [one['t256'], one['t257']].map((tag) => Number((tag as readonly number[] | undefined)?.[0]));
  return checked({ width: width!, height: height! }, () => {
    utif.decodeImage(buffer, one);
    return { raster: grey({ width: width!, height: height!, data: utif.toRGBA8(one) }, 4), pages: pages.length };
  });
}

export function tooManyPages(pages: number): Refusal {
  return new Refusal('too-large', `扫描件有 ${pages} 页，太多，没有读取。`, `不超过 ${pictureLimits.pages} 页的扫描件`);
}

/** Computes the brightness of colours on white paper. */
function grey({ width, height, data }: { width: number; height: number; data: Uint8Array }, channels: 3 | 4): Raster {
  if (data.length < width * height * channels) throw damaged();
  const all = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < all.length; at++, from += channels) {
    const value = data[from]! * 0.299 + data[from + 1]! * 0.587 + data[from + 2]! * 0.114;
    const cover = channels === 4 ? data[from + 3]! / 255 : 1;
    all[at] = value * cover + 255 * (1 - cover);
  }
  return { width, height, data: all };
}
