import type { SourceBlock, SourceCell } from '../../source/document.ts';
import { limits } from '../../source/limits.ts';
import type { CellContent } from '../../source/pieces.ts';
import { Refusal } from '../../source/refusal.ts';

/** A sheet of a workbook of any format; rows and columns count from 0. */
export interface Sheet {
  readonly name: string;
  /** Filled cells, by row and column. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, CellContent>>;
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const maxCells = 200_000;
const maxMerges = 10_000;
export const maxSheets = 20;

/**
 * Converts a sheet into blocks. A row with one filled cell becomes a line of text, so that headings and paragraphs are
 * kept. Hidden rows and columns are left out.
 */
export function sheetToBlocks(sheet: Sheet): SourceBlock[] {
  const area = areaOf(sheet);
  if (!area) return [];
  const rows = visible(area.top, Math.min(area.bottom, area.top + limits.lines - 1), sheet.hiddenRows);
  const columns = visible(area.left, Math.min(area.right, area.left + limits.cells - 1), sheet.hiddenColumns);
  if (rows.length * columns.length > maxCells)
    throw new Refusal('too-large', `工作表“${sheet.name}”太大，不像是一份年度报告。`, '单独一份年度报告');
  const merges = mergesOf(sheet, area);
  const blocks: SourceBlock[] = [];
  let grid: SourceCell[][] | undefined;
  for (const r of rows) {
    const row: SourceCell[] = [];
    for (const c of columns) {
      const merge = merges.get(`${r},${c}`);
      if (merge === 'covered') continue;
      const content = sheet.rows.get(merge?.row ?? r)?.get(merge?.column ?? c) ?? { text: '' };
      row.push({
        ...content,
        column: c,
        colspan: merge?.colspan ?? 1,
        place: { type: 'sheet', sheet: sheet.name, cell: address(merge?.row ?? r, merge?.column ?? c) },
      });
    }
    const filled = row.filter(({ text }) => text !== '');
    const [only] = filled;
    if (filled.length === 0 && row.length > 1 && row.every(({ unsure }) => unsure === undefined)) continue;
    if (only && filled.length === 1 && isLine(only, row)) {
      grid = undefined;
      for (const line of only.text.split('\n'))
        if (line.trim() !== '')
          blocks.push({ type: 'text', text: line.trim(), extent: 'paragraph', place: only.place });
    } else {
      if (!grid) blocks.push({ type: 'grid', aligned: true, rows: (grid = []) });
      grid.push(row);
    }
  }
  return blocks.map(withoutIdleColumns);
}

/** True for text alone at the start of a row; false for a figure or a row with further cells that cannot be read. */
function isLine(only: SourceCell, row: readonly SourceCell[]): boolean {
  return (
    !/^[-+\d.]/.test(only.text) &&
    row.every((cell) => cell === only || (cell.column > only.column && cell.unsure === undefined)) &&
    only.unsure === undefined
  );
}

function areaOf({ rows }: Sheet): Area | undefined {
  let area: { top: number; left: number; bottom: number; right: number } | undefined;
  for (const [row, cells] of rows)
    for (const column of cells.keys()) {
      area ??= { top: row, left: column, bottom: row, right: column };
      area.top = Math.min(area.top, row);
      area.bottom = Math.max(area.bottom, row);
      area.left = Math.min(area.left, column);
      area.right = Math.max(area.right, column);
    }
  return area;
}

function visible(from: number, to: number, hidden: ReadonlySet<number>): number[] {
  const shown: number[] = [];
  for (let at = from; at <= to; at++) if (!hidden.has(at)) shown.push(at);
  return shown;
}

type Merge = { readonly colspan: number; readonly row: number; readonly column: number } | 'covered';

/** Merged cells by the first of their visible cells, with the address of their content. */
function mergesOf({ merges, hiddenRows, hiddenColumns }: Sheet, area: Area): Map<string, Merge> {
  const found = new Map<string, Merge>();
  for (const merge of merges.slice(0, maxMerges)) {
    const height = Math.min(merge.bottom, area.bottom) - merge.top + 1;
    const width = Math.min(merge.right, area.right) - merge.left + 1;
    if (height * width > maxCells) continue;
    const rows = visible(merge.top, Math.min(merge.bottom, area.bottom), hiddenRows);
    const columns = visible(merge.left, Math.min(merge.right, area.right), hiddenColumns);
    for (const r of rows) for (const c of columns) found.set(`${r},${c}`, 'covered');
    if (rows.length > 0 && columns.length > 0)
      found.set(`${rows[0]},${columns[0]}`, {
        colspan: Math.max(1, columns.at(-1)! - columns[0]! + 1),
        row: merge.top,
        column: merge.left,
      });
  }
  return found;
}

/** Removes grid columns without content, which remain from tables of other widths. */
function withoutIdleColumns(block: SourceBlock): SourceBlock {
  if (block.type === 'text') return block;
  const used = new Set(
    block.rows.flatMap((row) =>
      row.filter(({ text, unsure }) => text !== '' || unsure !== undefined).map(({ column }) => column),
    ),
  );
  return { ...block, rows: block.rows.map((row) => row.filter(({ column }) => used.has(column))) };
}

/** The address of a cell, such as B5. */
export function address(row: number, column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** Row and column of an address such as B5; undefined for other text. */
export function parseAddress(text: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

/** Collects the cells of a sheet. */
export class SheetCells {
  readonly rows = new Map<number, Map<number, CellContent>>();

  set(row: number, column: number, content: CellContent): void {
    if (content.text === '' && content.unsure === undefined) return;
    const cells = this.rows.get(row);
    if (cells) cells.set(column, content);
    else this.rows.set(row, new Map([[column, content]]));
  }
}
