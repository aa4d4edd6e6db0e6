/**
 * Reads the tab-separated text of a spreadsheet: one line per row; cells that contain tabs, line ends or quotes are
 * quoted. The line end after the last row adds no row.
 */
export function readTabSeparated(text: string): string[][] {
  const source = text.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '');
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
  /** Offset of the end of the cell: a tab, a line end, or the end of the text. */
  readonly end: number;
}

function plainCell(source: string, start: number): CellText {
  let end = start;
  while (end < source.length && source[end] !== '\t' && source[end] !== '\n') end++;
  return { text: source.slice(start, end), end };
}

/** Reads a quoted cell; a quote that is never closed properly is ordinary text. */
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
