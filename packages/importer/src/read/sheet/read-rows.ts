import { read, utils, type CellObject, type WorkBook } from '@e965/xlsx';
import { Refusal } from '../../source/refusal.ts';
import { readCsv } from '../csv/read-csv.ts';
import { unpackParts } from '../package/zip.ts';
import { decodeText } from '../text/decode.ts';

export interface RowLimits {
  /** Maximum number of rows, including the first one. */
  readonly rows: number;
  /** Maximum number of columns. */
  readonly columns: number;
}

const expected = 'UTF-8 或 GB18030 编码的 CSV 文件，或者 Excel 表格（.xlsx）';

/**
 * Reads a list as rows of text: CSV (UTF-8, UTF-16, GB18030), or the first visible sheet of a workbook. Numbers and
 * text are unchanged; dates of every format and of both calendars (1900, 1904) become YYYY-MM-DD. Formulas are not
 * computed.
 * @throws Refusal
 */
export function readRows(bytes: Uint8Array, { rows, columns }: RowLimits): string[][] {
  if (bytes.length === 0) throw new Refusal('empty', '文件是空的，没有内容。', expected);
  const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isCompound = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (!isPackage && !isCompound) return readList(bytes, { rows, columns });
  // The unpacked size of the package is checked before the library unpacks it.
  if (isPackage) unpackParts(bytes, (name) => /\.(?:xml|rels|bin)$/.test(name));
  const book = openBook(bytes, rows);
  const shown = book.SheetNames.findIndex((_, index) => !book.Workbook?.Sheets?.[index]?.Hidden);
  const sheet = book.Sheets[book.SheetNames[shown] ?? ''];
  const area = sheet?.['!fullref'] ?? sheet?.['!ref'];
  if (!sheet || area === undefined) throw new Refusal('empty', '文件中没有内容。', expected);
  const { s, e } = utils.decode_range(area);
  checkSize(e.r + 1, e.c + 1, { rows, columns });
  return Array.from({ length: e.r - s.r + 1 }, (_, r) =>
    Array.from({ length: e.c + 1 }, (_, c) => textOf(sheet[utils.encode_cell({ r: s.r + r, c })])),
  );
}

/**
 * Reads CSV. A record may be shorter than the heading, because programs omit empty fields at the end, but not longer.
 */
function readList(bytes: Uint8Array, limits: RowLimits): string[][] {
  const records = readCsv(decodeText(bytes).text, { expected, maxRecords: limits.rows + 1 });
  const width = records[0]?.fields.length ?? 0;
  checkSize(records.length, width, limits);
  for (const { fields, line } of records)
    if (fields.slice(width).some((field) => field.trim() !== ''))
      throw new Refusal(
        'damaged',
        `第 ${line} 行的格数比第 1 行多，文件没有读入。文字中有逗号的，请把整格放进引号。`,
        expected,
      );
  return records.map(({ fields }) => fields.slice(0, width));
}

function checkSize(rows: number, columns: number, limits: RowLimits): void {
  if (rows > limits.rows) throw new Refusal('too-large', `文件超过 ${limits.rows} 行，请分成几个文件。`, expected);
  if (columns > limits.columns)
    throw new Refusal('too-large', `文件超过 ${limits.columns} 列，请删去无关的列。`, expected);
}

function openBook(bytes: Uint8Array, rows: number): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      cellFormula: false,
      cellHTML: false,
      // The library detects dates by format, cell type and calendar; they are in UTC, independent of the machine's time
      // zone.
      cellDates: true,
      UTC: true,
      sheetRows: rows + 1,
    });
  } catch {
    throw new Refusal('damaged', '表格文件已损坏，不能读取。', expected);
  }
}

function textOf(cell: CellObject | undefined): string {
  if (!cell || cell.t === 'z') return '';
  if (cell.v instanceof Date) return dayOf(cell.v);
  if (typeof cell.v === 'number' && cell.t === 'n') return numberText(cell.v, cell.w?.trim() ?? '');
  return String((cell.t === 'e' ? cell.w : cell.v) ?? cell.w ?? '').trim();
}

/** The number as the sheet displays it, unless its format rounds it; spreadsheets store 15 digits. */
function numberText(stored: number, shown: string): string {
  const value = Number(stored.toPrecision(15));
  return Number(shown.replaceAll(',', '')) === value ? shown : String(value);
}

function dayOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
