import { encode as jpegOf } from 'jpeg-js';
import { PNG } from 'pngjs';
import { strToU8, zlibSync } from 'fflate';
import utif from 'utif2';
import type { Raster } from '../../read/scan/raster.ts';

/** File formats that scanners write; a picture holds one page. */
export const scanKinds = ['pdf', 'png', 'jpeg', 'tiff'] as const;
export type ScanKind = (typeof scanKinds)[number];

/** Encodes pages as a file: all pages in a PDF that holds only pictures, or the first page as a picture. */
export function encoded(pages: readonly Raster[], kind: ScanKind): Uint8Array {
  const [{ width, height, data }] = pages as [Raster];
  if (kind === 'pdf') return pictureOnlyPdf(pages);
  const rgba = new Uint8Array(width * height * 4);
  data.forEach((value, at) => rgba.set([value, value, value, 255], at * 4));
  if (kind === 'tiff') return new Uint8Array(utif.encodeImage(rgba, width, height));
  if (kind === 'jpeg') return new Uint8Array(jpegOf({ data: rgba, width, height }, 90).data);
  const png = new PNG({ width, height });
  png.data.set(rgba);
  return new Uint8Array(PNG.sync.write(png));
}

/** A PDF of A4 pages, each with one grey picture. */
function pictureOnlyPdf(pages: readonly Raster[]): Uint8Array {
  const parts: Uint8Array[] = [strToU8('%PDF-1.4\n')];
  const object = (number: number, head: string, stream?: Uint8Array) => {
    parts.push(strToU8(`${number} 0 obj\n${head}\n`));
    if (stream) parts.push(strToU8('stream\n'), stream, strToU8('\nendstream\n'));
    parts.push(strToU8('endobj\n'));
  };
  const numbers = pages.map((_, at) => 3 + at * 3);
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(2, `<< /Type /Pages /Count ${pages.length} /Kids [${numbers.map((one) => `${one} 0 R`).join(' ')}] >>`);
  pages.forEach(({ width, height, data }, at) => {
    const number = numbers[at]!;
    const [contents, pixels] = [strToU8('595.28 0 0 841.89 0 0 cm /P Do'), zlibSync(data, { level: 1 })];
    object(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] /Resources << /XObject << /P ${number + 2} 0 R >> >> /Contents ${number + 1} 0 R >>`,
    );
    object(number + 1, `<< /Length ${contents.length} >>`, contents);
    object(
      number + 2,
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length ${pixels.length} >>`,
      pixels,
    );
  });
  parts.push(strToU8('trailer << /Root 1 0 R >>\n%%EOF'));
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let from = 0;
  for (const part of parts) {
    all.set(part, from);
    from += part.length;
  }
  return all;
}
