import type { ListMark, SourceDocument, SourceText } from '../../source/document.ts';
import type { Place } from '../../source/place.ts';

/** One cell of a line. `column` is its grid column if the grid has true positions. */
export interface LineCell {
  readonly text: string;
  readonly place: Place;
  readonly column: number | undefined;
  /** See SourceCell. */
  readonly unsure?: string;
  readonly doubt?: string;
  readonly leftOut?: string;
}

/** A line of running text, or a row of a grid. Recognition processes a document as a list of lines. */
export interface Line {
  readonly index: number;
  readonly cells: readonly LineCell[];
  readonly inGrid: boolean;
  /** Number of the grid that the row belongs to. */
  readonly grid?: number;
  readonly extent: SourceText['extent'];
  /** See SourceText. */
  readonly indent?: number;
  readonly list?: ListMark;
}

export function linesOf(document: SourceDocument): Line[] {
  const lines: Line[] = [];
  const push = (line: Omit<Line, 'index'>) => lines.push({ ...line, index: lines.length });
  document.blocks.forEach((block, grid) => {
    if (block.type === 'text')
      push({
        cells: [{ text: block.text, place: block.place, column: undefined }],
        inGrid: false,
        extent: block.extent,
        ...(block.indent !== undefined && { indent: block.indent }),
        ...(block.list && { list: block.list }),
      });
    else
      for (const row of block.rows)
        push({
          cells: row.map(({ colspan: _, ...cell }) => ({ ...cell, column: block.aligned ? cell.column : undefined })),
          inGrid: true,
          grid,
          extent: 'paragraph',
        });
  });
  return lines;
}

/** The text of a line that holds only one text: a paragraph or the only filled cell of a row. */
export function soleText({ cells }: Line): string | undefined {
  const filled = cells.filter(({ text }) => !isBlank(text));
  return filled.length === 1 ? filled[0]!.text.trim() : undefined;
}

/** The complete text of a line. */
export function textOf({ cells }: Line): string {
  return cells
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join(' ');
}

const blank = /^[\s\u00a0\u200b-\u200f\u2060\u3000\ufeff]*$/;

/** True for white space only, including invisible characters. */
export function isBlank(text: string): boolean {
  return blank.test(text);
}

/** True for running text rather than a label: long, or with a full stop. */
export function isProse(text: string): boolean {
  return text.length > 80 || /[。；！？]/.test(text);
}
