import { read, SSF, utils, type CellObject, type ParsingOptions, type WorkBook } from '@e965/xlsx';
import { Refusal } from '../../source/refusal.ts';
import { unpackParts } from '../package/zip.ts';
import { decodeText } from '../text/decode.ts';

export interface RowLimits {
  /** Rows at most, the first one included. */
  readonly rows: number;
  /** Columns at most. */
  readonly columns: number;
}

const expected = 'UTF-8 或 GB18030 编码的 CSV 文件，或者 Excel 表格（.xlsx）';

/**
 * Reads a list as rows of text: CSV (UTF-8, UTF-16, GB18030), or the first sheet of a workbook that is shown. Numbers
 * and text stay as they are written, days become YYYY-MM-DD. Nothing is computed.
 * @throws Refusal
 */
export function readRows(bytes: Uint8Array, { rows, columns }: RowLimits): string[][] {
  if (bytes.length === 0) throw new Refusal('empty', '文件是空的，没有内容。', expected);
  const book = openBook(bytes, rows);
  const shown = book.SheetNames.findIndex((_, index) => !book.Workbook?.Sheets?.[index]?.Hidden);
  const sheet = book.Sheets[book.SheetNames[shown] ?? ''];
  const area = sheet?.['!fullref'] ?? sheet?.['!ref'];
  if (!sheet || area === undefined) throw new Refusal('empty', '文件中没有内容。', expected);
  const { s, e } = utils.decode_range(area);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  if (e.r >= rows) throw new Refusal('too-large', `文件超过 ${rows} 行，请分成几个文件。`, expected);
  if (e.c >= columns) throw new Refusal('too-large', `文件超过 ${columns} 列，请删去无关的列。`, expected);
  return Array.from({ length: e.r - s.r + 1 }, (_, r) =>
    Array.from({ length: e.c + 1 }, (_, c) => textOf(sheet[utils.encode_cell({ r: s.r + r, c })], date1904)),
  );
}

function openBook(bytes: Uint8Array, rows: number): WorkBook {
  const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isCompound = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  // Measures what the package unpacks to before the library does.
  if (isPackage) unpackParts(bytes, (name) => /\.(?:xml|rels|bin)$/.test(name));
  const options: ParsingOptions = { cellFormula: false, cellHTML: false, cellNF: true, sheetRows: rows + 1 };
  if (!isPackage && !isCompound) return read(decodeText(bytes).text, { ...options, type: 'string', raw: true });
  try {
    return read(bytes, { ...options, type: 'array' });
  } catch {
    throw new Refusal('damaged', '表格文件已损坏，不能读取。', expected);
  }
}

function textOf(cell: CellObject | undefined, date1904: boolean): string {
  if (cell?.t === 'n' && typeof cell.v === 'number') {
    if (!SSF.is_date(String(cell.z ?? ''))) return numberText(cell.v, cell.w?.trim() ?? '');
    const { y, m, d } = SSF.parse_date_code(cell.v, { date1904 }) as { y: number; m: number; d: number };
    return [String(y).padStart(4, '0'), pad(m), pad(d)].join('-');
  }
  if (!cell || cell.t === 'z') return '';
  return String((cell.t === 'e' ? cell.w : cell.v) ?? cell.w ?? '').trim();
}

/** The number as the sheet shows it, unless its format rounds it; spreadsheets keep 15 digits. */
function numberText(stored: number, shown: string): string {
  const value = Number(stored.toPrecision(15));
  return Number(shown.replaceAll(',', '')) === value ? shown : String(value);
}

const pad = (number: number) => String(number).padStart(2, '0');
