import { totalsOf, type Form, type Report, type Section } from '@gongkai/schema';
import type { Cell, ConditionalRule, DataValidation, MergeRange, WriteSheet } from 'hucre/xlsx';
import { textWidth } from '../document/column-widths.ts';
import { textOf, type DocumentTable } from '../document/document.ts';
import { officialTable } from '../document/official-table.ts';
import { address, disagreementStyle, figureCell, headingStyle, labelStyle, titleStyle } from './cells.ts';

/** A sheet and where each figure stands on it. */
export interface TableSheet {
  readonly name: string;
  readonly table: string;
  readonly sheet: WriteSheet;
  /** Address by cell key. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Numbers by cell key; undefined where the cell holds none. */
  readonly figures: ReadonlyMap<string, number | undefined>;
}

interface TableSource {
  readonly form: Form;
  readonly report: Report;
  readonly section: Section;
  readonly table: string;
  readonly clean: (text: string) => string;
}

/** Rows above the table: title and heading of the section. */
const rowsAbove = 2;
/** Characters across a sheet. */
const sheetWidth = 100;
const lineHeight = 14;
/** A table of more rows would be too small to read on one page. */
const maxRowsOnPage = 45;

/** One official table under the report's title and the heading of its section. */
export function tableSheet({ form, report, section, table, clean }: TableSource): TableSheet {
  const model = officialTable(form, table, report.tables);
  const { columns, rows, headRows } = model;
  const cells = new Map<string, Partial<Cell>>();
  const merges: MergeRange[] = [];
  const addresses = new Map<string, string>();
  const figures = new Map<string, number | undefined>();
  const put = (row: number, column: number, cell: Partial<Cell>, rowspan = 1, colspan = 1) => {
    for (let y = row; y < row + rowspan; y++)
      for (let x = column; x < column + colspan; x++)
        cells.set(
          `${y},${x}`,
          y === row && x === column ? cell : { value: null, ...(cell.style && { style: cell.style }) },
        );
    if (rowspan > 1 || colspan > 1)
      merges.push({ startRow: row, startCol: column, endRow: row + rowspan - 1, endCol: column + colspan - 1 });
  };
  put(0, 0, { value: clean(report.title), type: 'string', style: titleStyle }, 1, columns.length);
  const heading = `${section.number}、${section.title}`;
  put(1, 0, { value: heading, type: 'string', style: headingStyle }, 1, columns.length);
  rows.forEach((row, y) =>
    row.forEach(({ runs, column, colspan, rowspan, align, isCaption, figure }) => {
      const at = y + rowsAbove;
      if (figure) addresses.set(figure.key, address(column, at));
      const cell = figure
        ? figureCell(figure, clean)
        : { value: clean(textOf(runs)), type: 'string' as const, style: labelStyle(align, isCaption) };
      if (figure) figures.set(figure.key, typeof cell.value === 'number' ? cell.value : undefined);
      put(at, column, cell, rowspan, colspan);
    }),
  );
  const end = rowsAbove + rows.length;
  const name = sheetName(section);
  const widths = columns.map((part) => Math.max(4, Math.round(part * sheetWidth)));
  return {
    name,
    table,
    addresses,
    figures,
    sheet: {
      name,
      cells,
      merges,
      columns: widths.map((width) => ({ width })),
      rowDefs: rowHeights(model, widths),
      freezePane: { rows: rowsAbove + headRows },
      conditionalRules: disagreements(form, table, addresses),
      dataValidations: validations(model, rowsAbove),
      protection: { sheet: true, formatColumns: true, formatRows: true },
      pageSetup: {
        paperSize: 'a4',
        orientation: rows.length > columns.length ? 'portrait' : 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: rows.length <= maxRowsOnPage ? 1 : 0,
        horizontalCentered: true,
        margins: { top: 0.8, bottom: 0.8, left: 0.6, right: 0.6, header: 0.3, footer: 0.4 },
        printArea: `$A$1:$${address(columns.length - 1, end - 1).replace(/(\d{1,7})$/, '$$$1')}`,
        printTitlesRow: `$${rowsAbove + 1}:$${rowsAbove + headRows}`,
      },
      headerFooter: { oddFooter: '&C— &P —' },
    },
  };
}

/** The section's number and as much of its title as a sheet may be called. */
function sheetName({ number, title }: Section): string {
  return `${number}、${title}`.replace(/[[\]:*?/\\']/g, '').slice(0, 31);
}

/** Marks each total that differs from the sum of its parts once all of them are filled in. */
function disagreements(form: Form, table: string, addresses: ReadonlyMap<string, string>): ConditionalRule[] {
  return [...totalsOf(form, table)].flatMap(([total, parts], at): ConditionalRule[] => {
    const range = addresses.get(total);
    const terms = parts.flatMap((part) => addresses.get(part) ?? []);
    if (range === undefined || terms.length < parts.length) return [];
    const filled = `COUNT(${[range, ...terms].join(',')})=${terms.length + 1}`;
    return [
      {
        type: 'expression',
        priority: at + 1,
        range,
        formula: `AND(${filled},ROUND(${range}-(${terms.join('+')}),6)<>0)`,
        style: disagreementStyle,
      },
    ];
  });
}

/** Warns of what is no figure, and lets it stand: forms may be answered with a sign or a word. */
function validations({ rows }: DocumentTable, above: number): DataValidation[] {
  return rows.flatMap((row, y) =>
    row.flatMap(({ figure, column }): DataValidation[] => {
      if (!figure) return [];
      const isCount = figure.measure === 'count';
      return [
        {
          type: figure.measure === 'money' ? 'decimal' : 'whole',
          operator: 'greaterThanOrEqual',
          formula1: isCount ? '0' : '-999999999999',
          allowBlank: true,
          showErrorMessage: true,
          errorStyle: 'warning',
          errorTitle: '请核对',
          errorMessage: isCount
            ? '这里一般填不小于 0 的整数。确认无误可以保留。'
            : '这里一般填数字。确认无误可以保留。',
          range: address(column, y + above),
        },
      ];
    }),
  );
}

function rowHeights({ rows }: DocumentTable, widths: readonly number[]): NonNullable<WriteSheet['rowDefs']> {
  const heights = new Map([
    [0, { height: 30 }],
    [1, { height: 22 }],
  ]);
  rows.forEach((row, y) => {
    const lines = row.map(({ runs, column, colspan, rowspan }) => {
      const width = widths.slice(column, column + colspan).reduce((sum, part) => sum + part, 0);
      return rowspan > 1 ? 1 : Math.ceil((textWidth(textOf(runs)) * 2 + 1) / width);
    });
    heights.set(y + rowsAbove, { height: Math.max(1.25, ...lines) * lineHeight });
  });
  return heights;
}
