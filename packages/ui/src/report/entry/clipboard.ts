/** Rows of cells as a spreadsheet or word processor puts them on the clipboard. */
export type ClipboardRows = readonly (readonly string[])[];

const longestClipboard = 200_000;

/**
 * Reads tab-separated text: a line a row, cells with tabs, line ends or quotes inside stand in quotes.
 * The line end after the last row makes no row of its own.
 */
export function readClipboard(text: string): string[][] {
  const source = text.slice(0, longestClipboard).replaceAll(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const cell = source[at] === '"' ? quotedCell(source, at) : plainCell(source, at);
    rows.at(-1)!.push(cell.text);
    at = cell.end;
    if (at >= source.length) return rows;
    if (source[at] === '\n') rows.push([]);
    at++;
  }
}

interface CellText {
  readonly text: string;
  /** Where the cell ends: at a tab, a line end, or the end of the text. */
  readonly end: number;
}

function plainCell(source: string, start: number): CellText {
  let end = start;
  while (end < source.length && source[end] !== '\t' && source[end] !== '\n') end++;
  return { text: source.slice(start, end), end };
}

/** A quoted cell; a quote that never closes properly is text like any other. */
function quotedCell(source: string, start: number): CellText {
  let text = '';
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] !== '"') text += source[at];
    else if (source[at + 1] === '"') text += source[++at];
    else if (at + 1 === source.length || source[at + 1] === '\t' || source[at + 1] === '\n')
      return { text, end: at + 1 };
    else break;
  }
  return plainCell(source, start);
}

/**
 * The figures of a copied table without the labels above and to the left of them: leading rows and columns
 * that hold words and no number.
 */
export function withoutLabels(rows: ClipboardRows): ClipboardRows {
  const body = rows.slice(leadingLabels(rows));
  const width = Math.max(0, ...body.map(({ length }) => length));
  const columns = Array.from({ length: width }, (_, column) => body.map((row) => row[column] ?? ''));
  const first = leadingLabels(columns);
  return body.map((row) => row.slice(first));
}

/** How many leading lines hold labels: lines without a number, up to the last of them that holds a word. */
function leadingLabels(lines: ClipboardRows): number {
  const firstFigures = lines.findIndex((line) => line.some(isNumber));
  if (firstFigures <= 0) return 0;
  return lines.slice(0, firstFigures).findLastIndex((line) => line.some(isLabel)) + 1;
}

function isNumber(text: string): boolean {
  return /^[+\-−－]?[\d０-９][\d０-９,，.\s]*(?:万|元|万元)?$/.test(text.trim());
}

/** A word of two and more characters; single ones such as 无 may be answers. */
function isLabel(text: string): boolean {
  return /\p{L}.*\p{L}/su.test(text);
}
