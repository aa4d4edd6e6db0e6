import { read, utils, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { SourceDocument } from '../../source/document.ts';
import { limits } from '../../source/limits.ts';
import { contentOf, type CellContent, type Piece } from '../../source/pieces.ts';
import { Refusal } from '../../source/refusal.ts';
import { errorContent, logicalContent, numberContent } from '../sheet/number-cell.ts';
import { sheetToBlocks, maxSheets, SheetCells, type Sheet } from '../sheet/sheet.ts';
import { biffFonts, type BiffFonts, type Run } from './biff.ts';

/**
 * Reads an Excel 97 to 2003 workbook (.xls, .et): each sheet as a grid with its merged cells; hidden sheets, rows and
 * columns are left out. Formulas are not computed.
 * @throws Refusal
 */
export function readXls(bytes: Uint8Array): SourceDocument {
  const book = open(bytes);
  const fonts = biffFonts(bytes);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const shown = book.SheetNames.flatMap((name, index) =>
    book.Workbook?.Sheets?.[index]?.Hidden ? [] : [{ name, index }],
  );
  return {
    blocks: shown.slice(0, maxSheets).flatMap(({ name, index }) => {
      const content = book.Sheets[name];
      return content
        ? sheetToBlocks(sheetOf(name, content, date1904, (row, column) => fonts?.fontsAt(index, row, column)))
        : [];
    }),
    notes: [],
  };
}

function open(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      cellFormula: false,
      cellHTML: false,
      cellNF: true,
      cellStyles: true,
      sheetStubs: false,
      sheetRows: limits.lines,
    });
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message))
      throw new Refusal('encrypted', '表格设有打开密码，不能读取。请去掉密码后再上传。', '没有密码的文件');
    throw new Refusal('damaged', '表格文件已损坏，不能读取。', '能用 Excel 或 WPS 正常打开的文件');
  }
}

type FontsAt = (row: number, column: number) => ReturnType<BiffFonts['fontsAt']>;

function sheetOf(name: string, content: WorkSheet, date1904: boolean, fontsAt: FontsAt): Sheet {
  const cells = new SheetCells();
  for (const [key, cell] of Object.entries(content)) {
    if (key.startsWith('!')) continue;
    const { r, c } = utils.decode_cell(key);
    cells.set(r, c, cellContent(cell as CellObject, date1904, fontsAt(r, c)));
  }
  const hidden = (list: readonly ({ hidden?: boolean } | undefined)[] | undefined) =>
    new Set((list ?? []).flatMap((one, at) => (one?.hidden ? [at] : [])));
  return {
    name,
    rows: cells.rows,
    merges: (content['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: hidden(content['!rows']),
    hiddenColumns: hidden(content['!cols']),
  };
}

function cellContent(cell: CellObject, date1904: boolean, fonts: ReturnType<FontsAt>): CellContent {
  if (cell.t === 'z' || cell.v === undefined) return { text: '' };
  if (cell.t === 'e') return errorContent(cell.w ?? '#N/A');
  if (cell.t === 'b') return logicalContent(cell.v === true);
  if (cell.t === 'n') {
    const content = numberContent(cell.v as number, { format: cell.z ?? 0, date1904 });
    return !fonts || fonts.font === 'text' || content.unsure !== undefined
      ? content
      : contentOf([{ text: content.text, as: fonts.font }]);
  }
  const text = String(cell.v);
  return contentOf(fonts ? piecesOf(text, fonts.font, fonts.runs) : [{ text, as: 'text' }]);
}

function piecesOf(text: string, font: Piece['as'], runs: readonly Run[]): Piece[] {
  const starts = [{ from: 0, as: font }, ...runs];
  return starts.map(({ from, as }, at) => ({ text: text.slice(from, starts[at + 1]?.from), as }));
}
