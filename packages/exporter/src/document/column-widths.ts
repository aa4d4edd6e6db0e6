import { textOf, type DocumentCell } from './document.ts';

/** Width of text in characters of the full width; Latin letters and figures take half of one. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character.codePointAt(0)! < 0x2000 ? 0.5 : 1;
  return width;
}

/** Blank on both sides of a cell's text, in characters. */
const padding = 1;
/** Characters that a line of the type area holds in the type of a table. */
const lineWidth = 44;
/** Lines that a heading over a narrow column may take. */
const headingLines = 3;
/** Characters on a line of a vertical label at least. */
const narrowest = 2;

/**
 * Widths of the grid columns as parts of 1, found from the texts alone. Columns of figures are as narrow as their
 * figures and headings allow; labels share the rest, those that reach over many rows the least of it.
 * @param labels how many of the first columns hold labels
 */
export function columnWidths(
  rows: readonly (readonly DocumentCell[])[],
  labels: number,
  columns: number,
): readonly number[] {
  const figures = columns - labels;
  const cells = rows.flat();
  const figureWidth = Math.max(
    ...cells
      .filter(({ column, isCaption }) => column >= labels && !isCaption)
      .map((cell) => figureNeed(cell) / cell.colspan),
  );
  if (labels === 0) return filled(figures, 1 / figures);
  const labelNeeds = Array.from({ length: labels }, (_, column) => labelNeed(cells, column, labels));
  const labelWidth = labelNeeds.reduce((sum, need) => sum + need, 0);
  const least = figureWidth * figures;
  if (labelWidth + least <= lineWidth) {
    // Room to spare: every column grows alike.
    const spare = (lineWidth - labelWidth - least) / columns;
    return [...labelNeeds.map((need) => need + spare), ...filled(figures, figureWidth + spare)].map(
      (width) => width / lineWidth,
    );
  }
  const narrow = labelNeeds.slice(0, -1);
  const last = Math.max(6, lineWidth - least - narrow.reduce((sum, need) => sum + need, 0));
  const widths = [...narrow, last, ...filled(figures, figureWidth)];
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => width / whole);
}

function filled(length: number, value: number): number[] {
  return Array.from({ length }, () => value);
}

/** A figure stands on one line; a heading may be broken. */
function figureNeed({ runs, figure }: DocumentCell): number {
  const width = textWidth(textOf(runs));
  return (figure ? Math.min(width, 12) : Math.max(narrowest, Math.ceil(width / headingLines))) + padding;
}

function labelNeed(cells: readonly DocumentCell[], column: number, labels: number): number {
  const own = cells.filter((cell) => cell.column === column && !cell.isCaption && cell.column + cell.colspan <= labels);
  const single = own.filter(({ colspan }) => colspan === 1);
  const needs = single.map(({ runs, rowspan }) => {
    const width = textWidth(textOf(runs));
    return rowspan > 1 ? Math.max(narrowest + 1, Math.ceil(width / Math.min(rowspan, 3))) : width;
  });
  return Math.min(24, Math.max(narrowest, ...needs)) + padding;
}
