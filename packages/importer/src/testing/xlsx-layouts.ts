import { utils, write, type WorkSheet } from '@e965/xlsx';
import type { Form, Report } from '@gongkai/schema';
import { specimenTable, specimenText, type SpecimenCell } from './specimen.ts';

export interface XlsxOptions {
  /** A sheet for each section, or all below one another. */
  readonly sheets?: boolean;
  /** Labels of rows that span columns are merged, or written in their first cell only. */
  readonly merged?: boolean;
  readonly bookType?: 'xlsx' | 'biff8';
}

/** A report as a workbook. */
export function layOutXlsx(
  form: Form,
  report: Report,
  { sheets, merged = true, bookType = 'xlsx' }: XlsxOptions = {},
): Uint8Array {
  const { opening, section } = specimenText(form, report);
  const book = utils.book_new();
  let sheet = new SheetWriter(merged);
  const finish = (name: string) => utils.book_append_sheet(book, sheet.content(), name);
  opening.forEach((text) => sheet.line(text));
  for (const { key, number, title, table } of form.sections) {
    sheet.line(`${number}、${title}`);
    for (const text of section(key)) sheet.line(text);
    if (table) sheet.table(specimenTable(form, report, table));
    if (sheets) {
      finish(title.slice(0, 30));
      sheet = new SheetWriter(merged);
    }
  }
  if (!sheets) finish('年报');
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
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

  table(rows: readonly (readonly SpecimenCell[])[]): void {
    const busy: number[] = [];
    rows.forEach((row, y) => {
      const r = this.#rows.length;
      const line: (string | number)[] = [];
      let c = 0;
      for (const { text, colspan, rowspan } of row) {
        while ((busy[c] ?? 0) > y) c++;
        line[c] = /^\d+$/.test(text) ? Number(text) : text;
        for (let x = c; x < c + colspan; x++) busy[x] = y + rowspan;
        if (this.#merged && colspan * rowspan > 1)
          this.#merges.push({ s: { r, c }, e: { r: r + rowspan - 1, c: c + colspan - 1 } });
        c += colspan;
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
