import type { DocumentCell, DocumentTable } from '../document/document.ts';
import { page, tableTypeSize } from '../document/page-layout.ts';
import { element, type Attributes } from '../package/xml.ts';
import { paragraph, runsOf } from './runs.ts';
import { bodyWidth, halfPoints } from './units.ts';

const line = { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '000000' };
const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];

/** A table of so many rows takes most of a page: it begins on a new one, under its heading, as the official form has it. */
const rowsOfTallTable = 20;

export function isTall({ rows }: DocumentTable): boolean {
  return rows.length >= rowsOfTallTable;
}

const tableProperties = element(
  'w:tblPr',
  {},
  element('w:tblW', { 'w:w': bodyWidth, 'w:type': 'dxa' }),
  element('w:tblBorders', {}, ...sides.map((side) => element(`w:${side}`, line))),
  element('w:tblLayout', { 'w:type': 'fixed' }),
  element(
    'w:tblCellMar',
    {},
    ...[
      ['top', 30],
      ['left', 50],
      ['bottom', 30],
      ['right', 50],
    ].map(([side, width]) => element(`w:${side}`, { 'w:w': width, 'w:type': 'dxa' })),
  ),
);

/** A table of the width of the type area, with fixed columns and head rows that are repeated on each page. */
export function tableOf(table: DocumentTable): string {
  const { columns, headRows, rows } = table;
  const widths = columns.map((part) => Math.round(part * bodyWidth));
  const isKeptTogether = !isTall(table);
  const lines = gridOf(rows, columns.length).map((cells, y) =>
    element(
      'w:tr',
      {},
      element(
        'w:trPr',
        {},
        element('w:cantSplit'),
        y < headRows ? element('w:tblHeader') : '',
        element('w:jc', { 'w:val': 'center' }),
      ),
      ...cells.map((cell) => cellOf(cell, widths, isKeptTogether && y < rows.length - 1)),
    ),
  );
  return element(
    'w:tbl',
    {},
    tableProperties,
    element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': width }))),
    ...lines,
  );
}

interface GridCell {
  readonly column: number;
  readonly colspan: number;
  /** `restart` for the first of several merged rows, `continue` for those below. */
  readonly merge?: 'restart' | 'continue';
  readonly cell: DocumentCell;
}

/** The cells of each row with those that reach down into it, which the format writes as cells of their own. */
function gridOf(rows: DocumentTable['rows'], columns: number): GridCell[][] {
  const reaching: (GridCell & { until: number })[] = [];
  return rows.map((row, y) => {
    const below = reaching.filter(({ until }) => until > y);
    for (const cell of row)
      if (cell.rowspan > 1)
        reaching.push({ column: cell.column, colspan: cell.colspan, merge: 'continue', cell, until: y + cell.rowspan });
    const own = row.map((cell): GridCell => ({
      column: cell.column,
      colspan: cell.colspan,
      ...(cell.rowspan > 1 && { merge: 'restart' as const }),
      cell,
    }));
    return [...own, ...below].sort((a, b) => a.column - b.column).filter(({ column }) => column < columns);
  });
}

function cellOf({ column, colspan, merge, cell }: GridCell, widths: readonly number[], isKept: boolean): string {
  const width = widths.slice(column, column + colspan).reduce((sum, part) => sum + part, 0);
  const size = tableTypeSize(widths.length);
  const properties: [string, Attributes][] = [
    ...(isKept ? [['w:keepNext', {}] satisfies [string, Attributes]] : []),
    ...(cell.align === 'center' ? [['w:jc', { 'w:val': 'center' }] satisfies [string, Attributes]] : []),
  ];
  const smaller = size === page.tableSize ? '' : element('w:sz', { 'w:val': halfPoints(size) });
  return element(
    'w:tc',
    {},
    element(
      'w:tcPr',
      {},
      element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
      colspan > 1 ? element('w:gridSpan', { 'w:val': colspan }) : '',
      merge ? element('w:vMerge', merge === 'restart' ? { 'w:val': 'restart' } : {}) : '',
      cell.isCaption ? element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'EBEBEB' }) : '',
      element('w:vAlign', { 'w:val': 'center' }),
    ),
    paragraph('TableText', merge === 'continue' ? '' : runsOf(cell.runs, smaller), properties),
  );
}
