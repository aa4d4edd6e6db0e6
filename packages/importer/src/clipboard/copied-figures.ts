import { isFormula, readCellText } from '../recognise/table/cells/cell-text.ts';
import type { SourceGrid } from '../source/document.ts';

/** Texts by grid column; `undefined` for a field that a merged cell from the row above or the column before covers. */
export type Row = readonly (string | undefined)[];

export interface Figures {
  readonly rows: readonly Row[];
  /** True if row labels were to the left of the figures. */
  readonly labelled: boolean;
  /** Texts above the figures, by their grid column. */
  readonly heads: readonly { readonly column: number; readonly text: string }[];
}

/** The figures of a grid without the texts above and to the left, and without blank edges. */
export function figuresOf(grid: SourceGrid): Figures {
  const all = grid.rows.map(rowOf);
  const top = leadingLabels(all);
  const body = withoutBlankEnd(all.slice(top));
  const width = Math.max(0, ...body.map(({ length }) => length));
  const byColumn = Array.from({ length: width }, (_, column) => body.map((row) => row[column] ?? ''));
  const left = leadingLabels(byColumn);
  const end = byColumn.findLastIndex((column) => column.some((text) => text !== '')) + 1;
  return {
    rows: body.some((row) => row.some(isAnswer)) ? body.map((row) => row.slice(left, end)) : [],
    labelled: left > 0,
    heads: all
      .slice(0, top)
      .flatMap((row) => row.map((text, column) => ({ column: column - left, text: text ?? '' })))
      .filter(({ column, text }) => column >= 0 && text !== ''),
  };
}

function rowOf(cells: SourceGrid['rows'][number]): Row {
  const row: (string | undefined)[] = [];
  for (const { text, column, colspan } of cells) {
    while (row.length < column) row.push(undefined);
    row.push(text.trim(), ...Array.from({ length: colspan - 1 }, () => undefined));
  }
  return row;
}

function withoutBlankEnd(rows: readonly Row[]): readonly Row[] {
  return rows.slice(0, rows.findLastIndex((row) => row.some((text) => text)) + 1);
}

/** Counts the leading lines that hold labels: the lines without an answer, up to the last one that holds a word. */
function leadingLabels(lines: readonly Row[]): number {
  const first = lines.findIndex((line) => line.some(isAnswer));
  if (first <= 0) return 0;
  return lines.slice(0, first).findLastIndex((line) => line.some(isLabel)) + 1;
}

export function isAnswer(text: string | undefined): boolean {
  if (text === undefined) return false;
  const { type } = readCellText(text);
  return type === 'number' || type === 'na' || isFormula(text);
}

/** True for a word of two or more characters; single characters such as 无 may be answers. */
export function isLabel(text: string | undefined): boolean {
  return text !== undefined && !isFormula(text) && /\p{L}.*\p{L}/su.test(text);
}
