import { utils, write, type WorkSheet } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import type { Form, Report } from '@gongkai/schema';
import { draftOf, placed, type Draft, type DraftRows } from './specimen.ts';

export interface XlsxOptions {
  /** Writes one sheet per section instead of all sections below one another. */
  readonly sheets?: boolean;
  /** Merges the labels of rows that span columns; otherwise they are only in their first cell. */
  readonly merged?: boolean;
  readonly bookType?: 'xlsx' | 'biff8';
}

/** A draft as a workbook. */
export function xlsxOf(
  { opening, sections, closing }: Draft,
  { sheets, merged = true, bookType = 'xlsx' }: XlsxOptions = {},
): Uint8Array {
  const book = utils.book_new();
  let sheet = new SheetWriter(merged);
  const finish = (name: string) => utils.book_append_sheet(book, sheet.content(), name);
  opening.forEach((text) => sheet.line(text));
  sections.forEach(({ heading, blocks }, at) => {
    sheet.line(heading);
    for (const block of blocks) {
      if (typeof block === 'string') sheet.line(block);
      else sheet.table(block);
    }
    if (sheets) {
      finish(`${at + 1}`);
      sheet = new SheetWriter(merged);
    }
  });
  closing.forEach((text) => sheet.line(text));
  if (!sheets) finish('年报');
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

/** A report as a workbook. */
export function layOutXlsx(form: Form, report: Report, options: XlsxOptions = {}): Uint8Array {
  return xlsxOf(draftOf(form, report), options);
}

class SheetWriter {
  readonly #rows: (string | number)[][] = [];
  readonly #merges: { s: { r: number; c: number }; e: { r: number; c: number } }[] = [];
  readonly #merged: boolean;

  constructor(merged: boolean) {
    this.#merged = merged;
  }

  line(text: string): void {
    this.#rows.push([text]);
  }

  table(rows: DraftRows): void {
    const top = this.#rows.length;
    placed(rows).forEach((row, y) => {
      const line: (string | number)[] = [];
      for (const { text, column: c, colspan, rowspan } of row) {
        line[c] = /^\d+$/.test(text) ? Number(text) : text;
        if (this.#merged && colspan * rowspan > 1)
          this.#merges.push({ s: { r: top + y, c }, e: { r: top + y + rowspan - 1, c: c + colspan - 1 } });
      }
      this.#rows.push(line);
    });
  }

  content(): WorkSheet {
    const sheet = utils.aoa_to_sheet(this.#rows);
    sheet['!merges'] = this.#merges;
    return sheet;
  }
}

/** A workbook with the given bytes as its only sheet. */
export function xlsxBomb(sheet: Uint8Array): Uint8Array {
  const parts = {
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a" id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': sheet,
  };
  return zipSync(parts, { level: 9 });
}
