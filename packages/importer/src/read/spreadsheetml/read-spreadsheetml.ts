import type { SourceDocument } from '../../source/document.ts';
import { contentOf, joinedPieces, type CellContent, type Piece } from '../../source/pieces.ts';
import { child, parseXml, type Xml } from '../package/xml.ts';
import { dateContent, errorContent, logicalContent, numberContent, withoutResult } from '../sheet/number-cell.ts';
import { sheetToBlocks, maxSheets, SheetCells, type Area, type Sheet } from '../sheet/sheet.ts';

interface Style {
  readonly format: string;
  readonly font: Piece['as'];
}

/** Format numbers of Excel's named formats. */
const namedFormats: Readonly<Record<string, string>> = {
  '': 'General',
  'General Number': 'General',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Currency: '#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00',
  'General Date': 'yyyy-mm-dd',
  'Short Date': 'yyyy-mm-dd',
  'Long Date': 'yyyy-mm-dd',
  'Medium Date': 'yyyy-mm-dd',
};
const maxRepeats = 16_384;

/**
 * Reads a workbook in the XML of Excel 2003, which systems export with the extension .xls. Formulas are not computed.
 * @throws Refusal
 */
export function readSpreadsheetMl(bytes: Uint8Array): SourceDocument {
  const book = parseXml(bytes);
  const styles = stylesOf(child(book, 'Styles'));
  const sheets = book.children.filter(
    (sheet) =>
      sheet.name === 'Worksheet' && !/Hidden/.test(child(child(sheet, 'WorksheetOptions'), 'Visible')?.text ?? ''),
  );
  return {
    blocks: sheets.slice(0, maxSheets).flatMap((sheet) => sheetToBlocks(sheetOf(sheet, styles))),
    notes: [],
  };
}

type StyleOf = (id: string | undefined) => Style;

function stylesOf(styles: Xml | undefined): StyleOf {
  const found = new Map<string, Style>();
  for (const style of styles?.children ?? []) {
    const parent = found.get(style.attributes.Parent ?? 'Default');
    const font = child(style, 'Font')?.attributes;
    const format = child(style, 'NumberFormat')?.attributes.Format;
    found.set(style.attributes.ID ?? '', {
      format: format === undefined ? (parent?.format ?? 'General') : (namedFormats[format] ?? format),
      font: font === undefined ? (parent?.font ?? 'text') : sortOf(font),
    });
  }
  return (id) => found.get(id ?? 'Default') ?? { format: 'General', font: 'text' };
}

function sortOf({ StrikeThrough, VerticalAlign = '' }: Readonly<Record<string, string>>): Piece['as'] {
  if (StrikeThrough === '1') return 'struck';
  return VerticalAlign.endsWith('script') ? 'mark' : 'text';
}

function sheetOf(sheet: Xml, styleOf: StyleOf): Sheet {
  const cells = new SheetCells();
  const merges: Area[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  let [row, column] = [0, 0];
  for (const element of child(sheet, 'Table')?.children ?? []) {
    const { Index, Span = '0', Hidden, StyleID } = element.attributes;
    const count = 1 + whole(Span);
    if (element.name === 'Column') {
      column = Index === undefined ? column : whole(Index) - 1;
      if (Hidden === '1') for (let at = column; at < column + count; at++) hiddenColumns.add(at);
      column += count;
    } else if (element.name === 'Row') {
      row = Index === undefined ? row : whole(Index) - 1;
      if (Hidden === '1') for (let at = row; at < row + count; at++) hiddenRows.add(at);
      addRow(element, row, StyleID, styleOf, cells, merges);
      row += count;
    }
  }
  return { name: sheet.attributes.Name ?? '', rows: cells.rows, merges, hiddenRows, hiddenColumns };
}

function addRow(
  element: Xml,
  row: number,
  rowStyle: string | undefined,
  styleOf: StyleOf,
  cells: SheetCells,
  merges: Area[],
): void {
  let column = 0;
  for (const cell of element.children) {
    if (cell.name !== 'Cell') continue;
    const { Index, MergeAcross = '0', MergeDown = '0', StyleID = rowStyle } = cell.attributes;
    column = Index === undefined ? column : whole(Index) - 1;
    const [across, down] = [whole(MergeAcross), whole(MergeDown)];
    if (across + down > 0) merges.push({ top: row, left: column, bottom: row + down, right: column + across });
    cells.set(row, column, cellContent(cell, styleOf(StyleID)));
    column += 1 + across;
  }
}

function cellContent(cell: Xml, { format, font }: Style): CellContent {
  const data = child(cell, 'Data');
  const type = data?.attributes.Type ?? 'String';
  const text = data ? allText(data).trim() : '';
  if (!data || (text === '' && type !== 'String'))
    return cell.attributes.Formula === undefined ? { text: '' } : withoutResult;
  if (type === 'Error') return errorContent(text);
  if (type === 'Boolean') return logicalContent(text === '1');
  if (type === 'DateTime') return dateContent(text.slice(0, 10));
  if (type === 'Number' && Number.isFinite(Number(text))) {
    const content = numberContent(Number(text), { format });
    return font === 'text' || content.unsure !== undefined ? content : contentOf([{ text: content.text, as: font }]);
  }
  return contentOf(joinedPieces(pieces(data, font)));
}

/** The pieces of rich text, which is marked up with HTML tags. */
function pieces(element: Xml, as: Piece['as']): Piece[] {
  return element.content.flatMap((part): Piece[] => {
    if (typeof part === 'string') return [{ text: part, as }];
    const tag = part.name.toLowerCase();
    if (tag === 'br') return [{ text: '\n', as }];
    return pieces(
      part,
      tag === 's' || tag === 'strike' || tag === 'del' ? 'struck' : /^su[pb]$/.test(tag) ? 'mark' : as,
    );
  });
}

function allText(element: Xml): string {
  return element.content.map((part) => (typeof part === 'string' ? part : allText(part))).join('');
}

function whole(value: string): number {
  const count = Number(value);
  return Number.isInteger(count) && count >= 0 ? Math.min(count, maxRepeats * 64) : 0;
}
