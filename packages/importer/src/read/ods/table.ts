import { contentOf, joinedPieces, type CellContent, type Piece } from '../../source/pieces.ts';
import {
  dateContent,
  errorContent,
  errorText,
  logicalContent,
  percentContent,
  shownContent,
  withoutResult,
} from '../sheet/number-cell.ts';
import { SheetCells, type Area, type Sheet } from '../sheet/sheet.ts';
import { child, type Xml } from '../package/xml.ts';
import type { Styles } from './styles.ts';

/** Maximum number of repetitions of a filled cell. */
const maxRepeats = 256;
const lastRow = 1_048_576;
const groups = new Set([
  'table-row-group',
  'table-header-rows',
  'table-rows',
  'table-column-group',
  'table-header-columns',
  'table-columns',
]);

/** Reads one table of an OpenDocument spreadsheet. */
export function odsSheet(table: Xml, styles: Styles): Sheet {
  const cells = new SheetCells();
  const merges: Area[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  let column = 0;
  for (const { attributes } of within(table, 'table-column')) {
    const count = repeats(attributes['number-columns-repeated'], 16_384);
    if (isHidden(attributes)) for (let at = column; at < column + count; at++) hiddenColumns.add(at);
    column += count;
  }
  let row = 0;
  for (const element of within(table, 'table-row')) {
    const count = repeats(element.attributes['number-rows-repeated'], lastRow);
    for (let copy = 0; copy < Math.min(count, maxRepeats); copy++) {
      if (isHidden(element.attributes)) hiddenRows.add(row + copy);
      if (!addRow(element, row + copy, styles, cells, merges)) break;
    }
    row += count;
  }
  return { name: table.attributes.name ?? '', rows: cells.rows, merges, hiddenRows, hiddenColumns };
}

/** Adds a row. Returns true if the row has any content. */
function addRow(element: Xml, row: number, styles: Styles, cells: SheetCells, merges: Area[]): boolean {
  let column = 0;
  let filled = false;
  for (const cell of element.children) {
    if (cell.name !== 'table-cell' && cell.name !== 'covered-table-cell') continue;
    const { attributes } = cell;
    const count = repeats(attributes['number-columns-repeated'], 16_384);
    const content = cell.name === 'table-cell' ? cellContent(cell, styles) : { text: '' };
    const [across, down] = [attributes['number-columns-spanned'], attributes['number-rows-spanned']].map((span) =>
      repeats(span, lastRow),
    );
    if (across! * down! > 1)
      merges.push({ top: row, left: column, bottom: row + down! - 1, right: column + across! - 1 });
    if (content.text !== '' || content.unsure !== undefined)
      for (let copy = 0; copy < Math.min(count, maxRepeats); copy++) {
        filled = true;
        cells.set(row, column + copy, content);
      }
    column += count;
  }
  return filled;
}

function cellContent(cell: Xml, styles: Styles): CellContent {
  const { attributes } = cell;
  const font = styles.textAs(attributes['style-name']) ?? 'text';
  const pieces = paragraphPieces(cell, font, styles);
  const content = contentOf(pieces);
  const isFormula = attributes.formula !== undefined;
  if (errorText.test(content.text) && content.unsure === undefined) return errorContent(content.text);
  const { value } = attributes;
  const type = attributes['value-type'] ?? (value === undefined ? '' : 'float');
  if (type === 'error') return errorContent(content.text || '#N/A');
  if (type === 'boolean') return logicalContent(attributes['boolean-value'] === 'true');
  if (type === 'date' || type === 'time') return dateContent(content.text || (attributes['date-value'] ?? ''));
  if (type === 'percentage') return percentContent(content.text || `${Number(value) * 100}%`);
  const number = Number(value);
  if ((type === 'float' || type === 'currency') && value !== undefined && Number.isFinite(number)) {
    if (pieces.length > 0 && (content.unsure !== undefined || content.leftOut !== undefined)) return content;
    return child(cell, 'p') ? shownContent(number, content.text) : shownContent(number, value);
  }
  return type === '' && isFormula && content.text === '' ? withoutResult : content;
}

/** The pieces of a cell's paragraphs; comments, notes and phonetic guides are left out. */
function paragraphPieces(cell: Xml, font: Piece['as'] | 'hidden', styles: Styles): Piece[] {
  const pieces: Piece[] = [];
  const visit = (element: Xml, as: Piece['as'] | 'hidden') => {
    for (const part of element.content) {
      if (typeof part === 'string') add(part.replace(/\s+/g, ' '), as);
      else if (part.name === 's') add(' '.repeat(Math.min(100, Number(part.attributes.c ?? 1))), as);
      else if (part.name === 'tab') add('\t', as);
      else if (part.name === 'line-break') add('\n', as);
      else if (part.name === 'span') visit(part, styles.textAs(part.attributes['style-name']) ?? as);
      else if (['a', 'ruby', 'ruby-base', 'meta', 'bookmark'].includes(part.name)) visit(part, as);
    }
  };
  const add = (text: string, as: Piece['as'] | 'hidden') => {
    if (as !== 'hidden') pieces.push({ text, as });
  };
  cell.children
    .filter(({ name }) => name === 'p')
    .forEach((paragraph, at) => {
      if (at > 0) pieces.push({ text: '\n', as: 'text' });
      visit(paragraph, styles.textAs(paragraph.attributes['style-name']) ?? font);
    });
  return joinedPieces(pieces);
}

function within(element: Xml, name: string): Xml[] {
  return element.children.flatMap((one) => (one.name === name ? [one] : groups.has(one.name) ? within(one, name) : []));
}

function isHidden({ visibility }: Readonly<Record<string, string>>): boolean {
  return visibility === 'collapse' || visibility === 'filter';
}

function repeats(value: string | undefined, limit: number): number {
  const count = Number(value ?? 1);
  return Number.isInteger(count) && count >= 1 ? Math.min(count, limit) : 1;
}
