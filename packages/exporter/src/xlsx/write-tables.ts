import { writeXlsx as writeWorkbook, type Cell, type MergeRange, type WriteSheet } from 'hucre/xlsx';
import { cleanDocument } from '../document/clean-document.ts';
import { textWidth } from '../document/column-widths.ts';
import { Warnings } from '../document/clean-text.ts';
import { textOf, type DocumentTable, type ExportDocument, type ExportFile } from '../document/document.ts';
import { address, labelStyle, titleStyle } from './cells.ts';

const sheetWidth = 90;

/** The tables of any document as a workbook, one sheet each: a circular, a comparison. Texts never become formulas. */
export async function writeTablesXlsx(document: ExportDocument): Promise<ExportFile> {
  const warnings = new Warnings();
  const { title, author, date, blocks } = cleanDocument(document, warnings);
  const tables = blocks.filter((block) => block.type === 'table');
  const day = new Date(`${date}T00:00:00Z`);
  const bytes = await writeWorkbook({
    sheets: tables.map((table, at) => sheetOf(title, table, at + 1)),
    properties: { title, creator: author, created: day, modified: day },
    defaultFont: { name: '宋体', size: 10 },
  });
  return { bytes, warnings: warnings.lines };
}

function sheetOf(title: string, { title: name, columns, rows, headRows }: DocumentTable, number: number): WriteSheet {
  const cells = new Map<string, Partial<Cell>>([['0,0', { value: title, type: 'string', style: titleStyle }]]);
  const merges: MergeRange[] = [{ startRow: 0, startCol: 0, endRow: 0, endCol: columns.length - 1 }];
  const widths = columns.map((part) => Math.max(6, Math.round(part * sheetWidth)));
  rows.forEach((row, y) =>
    row.forEach(({ runs, column, colspan, rowspan, align, isCaption }) => {
      cells.set(`${y + 1},${column}`, { value: textOf(runs), type: 'string', style: labelStyle(align, isCaption) });
      if (colspan > 1 || rowspan > 1)
        merges.push({ startRow: y + 1, startCol: column, endRow: y + rowspan, endCol: column + colspan - 1 });
    }),
  );
  const lines = (row: DocumentTable['rows'][number]) =>
    Math.max(1.25, ...row.map(({ runs, column }) => Math.ceil((textWidth(textOf(runs)) * 2 + 1) / widths[column]!)));
  return {
    name: `${number}、${name}`.replace(/[[\]:*?/\\']/g, '').slice(0, 31),
    cells,
    merges: columns.length > 1 ? merges : merges.slice(1),
    columns: widths.map((width) => ({ width })),
    rowDefs: new Map([[0, { height: 30 }], ...rows.map((row, y) => [y + 1, { height: lines(row) * 14 }] as const)]),
    freezePane: { rows: 1 + headRows },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printArea: `$A$1:$${address(columns.length - 1, rows.length).replace(/(\d{1,7})$/, '$$$1')}`,
      ...(headRows > 0 && { printTitlesRow: `$2:$${1 + headRows}` }),
    },
    headerFooter: { oddFooter: '&C— &P —' },
  };
}
