import type { SourceCell, SourceGrid } from '../../source/document.ts';
import type { Place } from '../../source/place.ts';
import type { Rules, Word } from './box.ts';
import { linesOfWords, pieces, type TextLine } from './lines.ts';
import { ruledTables, type RuledTable } from './ruled-tables.ts';

/** What stands on a page, from top to bottom. */
export type PageItem =
  | { readonly type: 'line'; readonly y: number; readonly line: TextLine }
  | { readonly type: 'grid'; readonly y: number; readonly grid: SourceGrid };

/** Lays the words of a page into its ruled tables; the others are running text. */
export function pageItems(words: readonly Word[], rules: Rules, page: number, height: number): PageItem[] {
  const tables = ruledTables(rules);
  const inTables = tables.map(() => [] as Word[]);
  const outside: Word[] = [];
  for (const word of words) {
    const at = tables.findIndex(({ box }) => holds(box, word));
    (at < 0 ? outside : inTables[at]!).push(word);
  }
  return [
    ...linesOfWords(outside)
      .filter((line) => !isPageNumber(line, height))
      .map((line): PageItem => ({ type: 'line', y: line.y, line })),
    ...tables.flatMap((table, at): PageItem[] =>
      inTables[at]!.length === 0 ? [] : [{ type: 'grid', y: table.box.y, grid: gridOf(table, inTables[at]!, page) }],
    ),
  ].sort((a, b) => a.y - b.y);
}

function gridOf(table: RuledTable, words: readonly Word[], page: number): SourceGrid {
  const contents = new Map(table.cells.map((cell) => [cell, [] as Word[]]));
  const cellAt = (word: Word) => table.cells.find(({ box }) => holds(box, word));
  for (const word of words) {
    const cell = cellAt(word);
    const fits =
      cell &&
      word.x >= cell.box.x - word.height / 2 &&
      word.x + word.width <= cell.box.x + cell.box.width + word.height / 2;
    // Words of several cells may have been written in one stroke.
    for (const piece of fits ? [word] : pieces(word)) contents.get(cellAt(piece)!)?.push(piece);
  }
  const rows: SourceCell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells.toSorted((a, b) => a.column - b.column)) {
    const place: Place = { type: 'page', page, box: cell.box };
    const text = linesOfWords(contents.get(cell)!)
      .map((line) => line.text)
      .join('\n');
    rows[cell.row]!.push({ text, column: cell.column, colspan: cell.colspan, place });
  }
  return { type: 'grid', aligned: true, rows: rows.filter((row) => row.length > 0) };
}

function holds(box: { x: number; y: number; width: number; height: number }, word: Word): boolean {
  const x = word.x + word.width / 2;
  const y = word.y + word.height / 2;
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

/** A lone number in the margin at the foot or head of a page. */
function isPageNumber({ text, y }: TextLine, height: number): boolean {
  return /^[-—–－\s]*\d{1,3}[-—–－\s]*$/.test(text) && (y > height * 0.9 || y < height * 0.08);
}
