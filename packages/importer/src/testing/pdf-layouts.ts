import type { Form, Report } from '@gongkai/schema';
import { draftOf, placed, widthOf, type Draft, type DraftBlock, type SpecimenCell } from './specimen.ts';

export interface PdfOptions {
  /** Rulings as strokes, as thin filled shapes, or none. */
  readonly rulings?: 'stroke' | 'fill' | 'none';
  /** Height available for a table's rows on its first page, so that it continues on the next. */
  readonly room?: number;
  /** Scales the content by a matrix, as some printer drivers do. */
  readonly scaled?: boolean;
  /** Adds a last page that holds only a picture. */
  readonly picture?: boolean;
  /** Operators for a figure that is not drawn plainly, with its position as origin; undefined for plain text. */
  readonly figure?: (text: string, key: string) => string | undefined;
  /** Operators beneath and on top of the content of every page. */
  readonly under?: string;
  readonly over?: string;
  /** Clockwise quarter turns of the content on the page. */
  readonly quarter?: number;
  /** Further objects, numbered from `firstExtra`, and the annotations among them that every page has. */
  readonly extra?: readonly string[];
  readonly annotations?: readonly number[];
}

const size = 10;
/** Number of the first object that options add. */
export const firstExtra = 6;
const [pageWidth, pageHeight, margin, lineHeight] = [595, 842, 60, 14];

/** Writes a small PDF with text in the standard Song typeface, which requires no embedded font. */
class PdfWriter {
  readonly #pages: string[] = [''];
  readonly #options: PdfOptions;
  #y = margin;

  constructor(options: PdfOptions) {
    this.#options = options;
  }

  /** Writes lines of full width, so that the last line of a paragraph is shorter than the others. */
  paragraph(text: string, indent = 2): void {
    const perLine = Math.floor((pageWidth - 2 * margin) / size);
    const padded = ' '.repeat(indent) + text;
    for (let at = 0; at < padded.length; at += perLine) {
      const line = padded.slice(at, at + perLine);
      const blanks = line.length - line.trimStart().length;
      this.#need(lineHeight);
      this.#text(line.trimStart(), margin + blanks * size, this.#y);
      this.#y += lineHeight;
    }
  }

  table(rows: readonly (readonly SpecimenCell[])[]): void {
    if (this.#options.room !== undefined) this.#y = Math.max(this.#y, pageHeight - margin - this.#options.room);
    const columns = widthOf(rows);
    const width = (pageWidth - 2 * margin) / columns;
    const cells = placed(rows);
    const lines = (cell: SpecimenCell) => wrap(cell.text, Math.max(1, Math.floor((cell.colspan * width - 4) / size)));
    const heights = cells.map(
      (row) =>
        Math.max(1, ...row.filter(({ rowspan }) => rowspan === 1).map((cell) => lines(cell).length)) * lineHeight,
    );
    rows.forEach((_, y) => {
      this.#need(heights[y]!);
      const top = this.#y;
      const left = cells[y]!;
      for (const cell of left) {
        const x = margin + cell.column * width;
        const special = cell.key === undefined ? undefined : this.#options.figure?.(cell.text, cell.key);
        if (special === undefined) lines(cell).forEach((line, at) => this.#text(line, x + 2, top + at * lineHeight));
        else this.#draw(`q 1 0 0 1 ${x + 2} ${pageHeight - top - size} cm ${special} Q`);
        this.#rule(x, top, x + cell.colspan * width, top);
      }
      // Vertical rulings of this row: those of its own cells and of cells that span down into it.
      cells
        .slice(0, y + 1)
        .forEach((row, from) =>
          row
            .filter(({ rowspan }) => from + rowspan > y)
            .forEach(({ column }) =>
              this.#rule(margin + column * width, top, margin + column * width, top + heights[y]!),
            ),
        );
      this.#rule(margin + columns * width, top, margin + columns * width, top + heights[y]!);
      this.#y += heights[y]!;
      if (y === rows.length - 1 || this.#y + heights[y + 1]! > pageHeight - margin)
        this.#rule(margin, this.#y, margin + columns * width, this.#y);
    });
    this.#y += lineHeight;
  }

  bytes(): Uint8Array {
    this.#pageNumber();
    if (this.#options.picture) this.#pages.push('q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n');
    const { under = '', over = '', quarter = 0, extra = [], annotations = [] } = this.#options;
    const first = firstExtra + extra.length;
    const [width, height] = quarter % 2 === 0 ? [pageWidth, pageHeight] : [pageHeight, pageWidth];
    const turn = [
      '',
      `0 -1 1 0 0 ${pageWidth} cm`,
      `-1 0 0 -1 ${pageWidth} ${pageHeight} cm`,
      `0 1 -1 0 ${pageHeight} 0 cm`,
    ][quarter];
    const pages = this.#pages.map((content) => `${under}\nq ${turn}\n${content}Q\n${over}`);
    const annots =
      annotations.length === 0 ? '' : `/Annots [${annotations.map((number) => `${number} 0 R`).join(' ')}]`;
    const objects = [
      `<< /Type /Catalog /Pages 2 0 R ${annots === '' ? '' : `/AcroForm << /Fields [${annotations.map((number) => `${number} 0 R`).join(' ')}] >>`} >>`,
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ')}] >>`,
      '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 >>',
      '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
      ...extra,
      ...pages.flatMap((content, at) => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] ${at === 0 ? annots : ''} /Resources << /Font << /F1 3 0 R >> /ExtGState << /G0 << /ca 0 /CA 0 >> >> >> /Contents ${first + 1 + 2 * at} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ]),
    ];
    let body = '%PDF-1.4\n';
    const offsets = objects.map((object, index) => {
      const offset = body.length;
      body += `${index + 1} 0 obj\n${object}\nendobj\n`;
      return offset;
    });
    const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    const trailer = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF`;
    return new TextEncoder().encode(body + trailer);
  }

  #need(height: number): void {
    if (this.#y + height <= pageHeight - margin) return;
    this.#pageNumber();
    this.#pages.push('');
    this.#y = margin;
  }

  #pageNumber(): void {
    this.#text(`- ${this.#pages.length} -`, pageWidth / 2, pageHeight - margin / 2);
  }

  #text(text: string, x: number, y: number): void {
    if (text === '') return;
    const hex = [...text].map((character) => character.codePointAt(0)!.toString(16).padStart(4, '0')).join('');
    this.#draw(`BT /F1 ${size} Tf ${x} ${pageHeight - y - size} Td <${hex}> Tj ET`);
  }

  #rule(x0: number, y0: number, x1: number, y1: number): void {
    if (this.#options.rulings === 'none') return;
    const [bottom, top] = [pageHeight - Math.max(y0, y1), pageHeight - Math.min(y0, y1)];
    this.#draw(
      this.#options.rulings === 'fill'
        ? `${x0} ${bottom} ${Math.max(0.5, x1 - x0)} ${Math.max(0.5, top - bottom)} re f`
        : `${x0} ${pageHeight - y0} m ${x1} ${pageHeight - y1} l S`,
    );
  }

  #draw(operators: string): void {
    const scaled = this.#options.scaled ? `q 2 0 0 2 0 0 cm q 0.5 0 0 0.5 0 0 cm ${operators} Q Q` : operators;
    this.#pages[this.#pages.length - 1] += `${scaled}\n`;
  }
}

function wrap(text: string, perLine: number): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += perLine) lines.push(text.slice(at, at + perLine));
  // A number is never wrapped.
  return /^[-+.\d]+$/.test(text) ? [text] : lines;
}

export function pdfOf({ opening, sections, closing }: Draft, options: PdfOptions = {}): Uint8Array {
  const writer = new PdfWriter(options);
  const block = (one: DraftBlock) => (typeof one === 'string' ? writer.paragraph(one) : writer.table(one));
  opening.forEach((text, at) => writer.paragraph(text, at === 0 ? 10 : 2));
  for (const { heading, blocks } of sections) {
    writer.paragraph(heading);
    blocks.forEach(block);
  }
  closing.forEach(block);
  return writer.bytes();
}

export function layOutPdf(form: Form, report: Report, options: PdfOptions = {}): Uint8Array {
  return pdfOf(draftOf(form, report), options);
}
