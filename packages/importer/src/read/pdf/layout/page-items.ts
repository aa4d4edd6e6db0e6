import type { SourceCell, SourceGrid } from '../../../source/document.ts';
import type { Box, Place } from '../../../source/place.ts';
import { holds, type Rules } from '../geometry/box.ts';
import { contentOf } from './cell-content.ts';
import type { SeenGlyph } from '../visibility/overprinted-glyphs.ts';
import { groupIntoLines, type TextLine } from './text-lines.ts';
import { separateNoteMarks } from './note-marks.ts';
import { ruledTables, type RuledTable } from './ruled-tables.ts';
import { standing } from '../visibility/rotated-text.ts';
import { wordsOf, type GlyphWord } from './words.ts';

/** A table or a line of text on a page; the items of a page are ordered from top to bottom. */
export type PageItem =
  | { readonly type: 'line'; readonly y: number; readonly line: TextLine; readonly box: Box }
  | { readonly type: 'grid'; readonly y: number; readonly grid: SourceGrid };

/** A page prepared for reading, with its text upright. */
export interface ReadablePage {
  readonly number: number;
  readonly height: number;
  readonly glyphs: readonly SeenGlyph[];
  readonly rules: Rules;
  /** Converts a box into the coordinates of the displayed page. */
  boxOnPage(box: Box): Box;
}

type SeenWord = GlyphWord<SeenGlyph>;

/** Assigns the text of a page to its ruled tables; the remaining text is running text. */
export function extractPageItems(page: ReadablePage): PageItem[] {
  const tables = ruledTables(page.rules);
  const inTables = tables.map(() => [] as SeenWord[]);
  const outside: SeenGlyph[] = [];
  for (const word of wordsOf(page.glyphs)) {
    const at = tables.findIndex(({ box }) => holds(box, word));
    if (at >= 0) inTables[at]!.push(word);
    else outside.push(...word.glyphs);
  }
  return [
    ...groupIntoLines(wordsOf(runningText(outside)))
      .filter((line) => !isPageNumber(line, page.height))
      .map((line): PageItem => ({ type: 'line', y: line.y, line, box: page.boxOnPage(line) })),
    ...tables.flatMap((table, at): PageItem[] =>
      inTables[at]!.length === 0 ? [] : [{ type: 'grid', y: table.box.y, grid: gridOf(table, inTables[at]!, page) }],
    ),
  ].sort((a, b) => a.y - b.y);
}

/** Characters that are neither struck out, nor rotated against the page, nor note marks. */
function runningText(glyphs: readonly SeenGlyph[]): readonly SeenGlyph[] {
  const kept = glyphs.filter((glyph) => !glyph.struck && standing(glyph) === 'upright');
  const content = kept.filter(({ artifact }) => !artifact);
  const lines = groupIntoLines(wordsOf(content.length > 0 ? content : kept));
  const left = new Set(
    lines.flatMap(({ words }) => withoutNoteMarks(words.flatMap((word) => (word as SeenWord).glyphs))),
  );
  return kept.filter((glyph) => left.has(glyph));
}

/** Small raised digits after a unit in letters are an exponent and are kept. */
function withoutNoteMarks(line: readonly SeenGlyph[]): readonly SeenGlyph[] {
  const { marks } = separateNoteMarks(line);
  if (marks.length === 0) return line;
  const isPower = (mark: SeenGlyph) => /[a-zA-Z]/.test(line[line.indexOf(mark) - 1]?.text ?? '');
  return line.filter((glyph) => !marks.includes(glyph) || isPower(glyph));
}

function gridOf(table: RuledTable, words: readonly SeenWord[], page: ReadablePage): SourceGrid {
  const contents = new Map(table.cells.map((cell) => [cell, [] as SeenGlyph[]]));
  for (const word of words) {
    const cell = table.cells.find(({ box }) => holds(box, word));
    if (cell) contents.get(cell)!.push(...word.glyphs);
  }
  const rows: SourceCell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells.toSorted((a, b) => a.column - b.column)) {
    const place: Place = { type: 'page', page: page.number, box: page.boxOnPage(cell.box) };
    const glyphs = contents.get(cell)!;
    const content = glyphs.length === 0 ? { text: '' } : contentOf(glyphs, cell.box.width);
    rows[cell.row]!.push({ ...content, column: cell.column, colspan: cell.colspan, place });
  }
  return { type: 'grid', aligned: true, rows: rows.filter((row) => row.length > 0) };
}

/** True for a single number in the top or bottom margin of a page. */
function isPageNumber({ text, y }: TextLine, height: number): boolean {
  return /^[-—–－\s]*\d{1,3}[-—–－\s]*$/.test(text) && (y > height * 0.9 || y < height * 0.08);
}
