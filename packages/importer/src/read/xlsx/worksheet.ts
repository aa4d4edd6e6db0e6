import { contentOf, type CellContent, type Piece } from '../../source/pieces.ts';
import { dateContent, errorContent, logicalContent, numberContent, withoutResult } from '../sheet/number-cell.ts';
import { parseAddress, SheetCells, type Area, type Sheet } from '../sheet/sheet.ts';
import { child, type Xml } from '../package/xml.ts';
import { piecesOf, textContent } from './strings.ts';
import type { CellStyle } from './styles.ts';

export interface Workbook {
  readonly strings: readonly (readonly Piece[])[];
  readonly styleOf: (number: string | undefined) => CellStyle;
  readonly date1904: boolean;
}

const lastColumn = 16_384;

/** Reads one sheet. */
export function worksheetOf(name: string, sheet: Xml, book: Workbook): Sheet {
  const cells = new SheetCells();
  const hiddenRows = new Set<number>();
  let row = -1;
  for (const element of child(sheet, 'sheetData')?.children ?? []) {
    row = element.attributes.r === undefined ? row + 1 : Number(element.attributes.r) - 1;
    if (isTrue(element.attributes.hidden) || element.attributes.ht === '0') hiddenRows.add(row);
    let column = -1;
    for (const cell of element.children) {
      if (cell.name !== 'c') continue;
      column = parseAddress(cell.attributes.r ?? '')?.column ?? column + 1;
      cells.set(row, column, cellContent(cell, book));
    }
  }
  return {
    name,
    rows: cells.rows,
    merges: mergesOf(sheet),
    hiddenRows,
    hiddenColumns: hiddenColumns(sheet),
  };
}

function cellContent(cell: Xml, { strings, styleOf, date1904 }: Workbook): CellContent {
  const { t: type = 'n', s } = cell.attributes;
  const value = child(cell, 'v')?.text;
  const style = styleOf(s);
  const textAs = (pieces: readonly Piece[]) => textContent(pieces, style.font);
  const isEmpty = value === undefined || (value === '' && type !== 'str');
  if (type === 'inlineStr') return textAs(piecesOf(child(cell, 'is')));
  if (isEmpty) return child(cell, 'f') === undefined ? { text: '' } : withoutResult;
  if (type === 'e') return errorContent(value);
  if (type === 'b') return logicalContent(value === '1' || value === 'true');
  if (type === 's') return textAs(strings[Number(value)] ?? []);
  if (type === 'str') return textAs([{ text: value, as: 'text' }]);
  if (type === 'd') return dateContent(value.slice(0, 10));
  const number = Number(value);
  if (!Number.isFinite(number)) return { text: value };
  const content = numberContent(number, { format: style.format, date1904 });
  return style.font === 'text' || content.unsure !== undefined
    ? content
    : contentOf([{ text: content.text, as: style.font }]);
}

function mergesOf(sheet: Xml): Area[] {
  return (child(sheet, 'mergeCells')?.children ?? []).flatMap(({ attributes }) => {
    const [from = '', to = from] = (attributes.ref ?? '').split(':');
    const [start, end] = [parseAddress(from), parseAddress(to)];
    return start && end ? [{ top: start.row, left: start.column, bottom: end.row, right: end.column }] : [];
  });
}

function hiddenColumns(sheet: Xml): Set<number> {
  const hidden = new Set<number>();
  for (const { attributes } of child(sheet, 'cols')?.children ?? []) {
    if (!isTrue(attributes.hidden) && attributes.width !== '0') continue;
    const to = Math.min(Number(attributes.max), lastColumn);
    for (let column = Number(attributes.min); column <= to; column++) hidden.add(column - 1);
  }
  return hidden;
}

const isTrue = (value: string | undefined) => value === '1' || value === 'true';
