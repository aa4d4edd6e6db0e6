import { read, utils, type CellObject, type WorkSheet } from '@e965/xlsx';
import type { SourceBlock, SourceCell, SourceDocument } from '../../source/document.ts';
import { limits } from '../../source/limits.ts';
import { Refusal } from '../../source/refusal.ts';
import { unpackParts } from '../package/zip.ts';

const mostSheets = 20;
const mostCells = 200_000;

/**
 * Reads a workbook (.xlsx, .xls): each sheet as a grid with its merged cells, hidden sheets left out. Nothing is computed.
 * @throws Refusal
 */
export function readXlsx(bytes: Uint8Array): SourceDocument {
  // Measures what the package unpacks to before the library does.
  if (bytes[0] === 0x50) unpackParts(bytes, (name) => /\.(?:xml|rels|bin)$/.test(name));
  const book = (() => {
    try {
      return read(bytes, {
        type: 'array',
        cellFormula: false,
        cellHTML: false,
        cellNF: false,
        sheetStubs: false,
        sheetRows: limits.lines,
      });
    } catch (error) {
      if (error instanceof Error && /password|encrypt/i.test(error.message))
        throw new Refusal('encrypted', '表格设有打开密码，不能读取。请去掉密码后再上传。', '没有密码的文件');
      throw new Refusal('damaged', '表格文件已损坏，不能读取。', '能用 Excel 或 WPS 正常打开的文件');
    }
  })();
  const sheets = book.SheetNames.filter((_, index) => !book.Workbook?.Sheets?.[index]?.Hidden).slice(0, mostSheets);
  return { blocks: sheets.flatMap((name) => blocksOf(name, book.Sheets[name])), notes: [] };
}

/** A row with one filled cell is a line of text, so that headings and paragraphs stay what they are. */
function blocksOf(sheet: string, content: WorkSheet | undefined): SourceBlock[] {
  // A damaged workbook may name sheets that it does not have.
  if (content?.['!ref'] === undefined) return [];
  const area = utils.decode_range(content['!ref']);
  const width = Math.min(area.e.c - area.s.c + 1, limits.cells);
  const height = Math.min(area.e.r - area.s.r + 1, limits.lines);
  if (width * height > mostCells)
    throw new Refusal('too-large', `工作表“${sheet}”太大，不像是一份年度报告。`, '单独一份年度报告');
  const merges = mergesOf(content);
  const blocks: SourceBlock[] = [];
  let rows: SourceCell[][] | undefined;
  for (let r = area.s.r; r < area.s.r + height; r++) {
    const row: SourceCell[] = [];
    for (let c = area.s.c; c < area.s.c + width; c++) {
      const merge = merges.get(`${r},${c}`);
      if (merge === 'covered') continue;
      const address = utils.encode_cell({ r, c });
      const text = cellText(content[address] as CellObject | undefined);
      row.push({ text, column: c, colspan: merge?.colspan ?? 1, place: { type: 'sheet', sheet, cell: address } });
    }
    const filled = row.filter(({ text }) => text !== '');
    const [only] = filled;
    if (filled.length === 0 && row.length > 1) continue;
    if (
      only &&
      filled.length === 1 &&
      !/^[-+\d.]/.test(only.text) &&
      row.every((cell) => cell === only || cell.column > only.column)
    ) {
      rows = undefined;
      for (const line of only.text.split('\n'))
        if (line.trim() !== '')
          blocks.push({ type: 'text', text: line.trim(), extent: 'paragraph', place: only.place });
    } else {
      if (!rows) blocks.push({ type: 'grid', aligned: true, rows: (rows = []) });
      rows.push(row);
    }
  }
  return blocks.map(withoutIdleColumns);
}

type Merge = { readonly colspan: number } | 'covered';

function mergesOf(content: WorkSheet): Map<string, Merge> {
  const merges = new Map<string, Merge>();
  for (const { s, e } of (content['!merges'] ?? []).slice(0, 10_000)) {
    if ((e.r - s.r + 1) * (e.c - s.c + 1) > mostCells) continue;
    for (let r = s.r; r <= e.r; r++) for (let c = s.c; c <= e.c; c++) merges.set(`${r},${c}`, 'covered');
    merges.set(`${s.r},${s.c}`, { colspan: e.c - s.c + 1 });
  }
  return merges;
}

/** The text as the sheet shows it, unless its format rounds the number. */
export function cellText(cell: CellObject | undefined): string {
  if (!cell || cell.t === 'z') return '';
  if (cell.t !== 'n') return String(cell.v ?? cell.w ?? '').trim();
  const shown = cell.w?.trim() ?? '';
  return Number(shown.replaceAll(',', '')) === cell.v ? shown : String(cell.v);
}

/** Columns of a grid in which nothing is written are left over from tables of other widths. */
function withoutIdleColumns(block: SourceBlock): SourceBlock {
  if (block.type === 'text') return block;
  const used = new Set(block.rows.flatMap((row) => row.filter(({ text }) => text !== '').map(({ column }) => column)));
  return { ...block, rows: block.rows.map((row) => row.filter(({ column }) => used.has(column))) };
}
