import type { Raster } from './raster.ts';

/** Encodes a grey picture as a binary PGM file. */
export function toPgm({ width, height, data }: Raster): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + data.length);
  file.set(head);
  file.set(data, head.length);
  return file;
}

/** Decodes a binary PGM file with one byte per pixel, as pdftoppm writes it; undefined for other files. */
export function fromPgm(bytes: Uint8Array): Raster | undefined {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(String.fromCharCode(...bytes.subarray(0, 60)));
  if (!head) return undefined;
  const [width, height] = [Number(head[1]), Number(head[2])];
  const data = bytes.subarray(head[0].length);
  return data.length >= width * height ? { width, height, data: data.subarray(0, width * height) } : undefined;
}
