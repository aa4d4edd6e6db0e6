import { strToU8, zipSync } from 'fflate';
import { address } from '../read/sheet/sheet.ts';
import { odsStyles, spreadsheetMlStyles, xlsxStyles } from './disguises/sheets.ts';
import { placed, type Draft, type SpecimenCell } from './specimen.ts';

/** Attributes and content of the cell of a figure, as the file format writes them; undefined for a plain cell. */
export type FigureCell = (text: string, key: string) => string | undefined;

interface Row {
  readonly cells: readonly (SpecimenCell & { readonly column: number })[];
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** All parts of a draft below one another. */
function rowsOf({ opening, sections, closing }: Draft): Row[] {
  const line = (text: string): Row => ({ cells: [{ text, colspan: 1, rowspan: 1, column: 0 }] });
  const blocks = [...opening, ...sections.flatMap(({ heading, blocks: own }) => [heading, ...own]), ...closing];
  return blocks.flatMap((block) =>
    typeof block === 'string' ? [line(block)] : placed(block).map((cells): Row => ({ cells })),
  );
}

/** A draft as an .xlsx with hand-written cell XML. */
export function rawXlsx(draft: Draft, figure: FigureCell): Uint8Array {
  const merges: string[] = [];
  const rows = rowsOf(draft).map(({ cells }, r) => {
    const own = cells.map(({ text, key, column, colspan, rowspan }) => {
      if (colspan * rowspan > 1)
        merges.push(`<mergeCell ref="${address(r, column)}:${address(r + rowspan - 1, column + colspan - 1)}"/>`);
      const plain = /^\d+$/.test(text) ? `><v>${text}</v>` : `t="inlineStr"><is><t>${escape(text)}</t></is>`;
      return `<c r="${address(r, column)}" ${(key === undefined ? undefined : figure(text, key)) ?? plain}</c>`;
    });
    return `<row r="${r + 1}">${own.join('')}</row>`;
  });
  const rels = (...all: readonly (readonly [string, string])[]) =>
    `<Relationships>${all.map(([type, target], at) => `<Relationship Id="r${at}" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`;
  const parts = {
    '_rels/.rels': rels(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': '<workbook><sheets><sheet name="年报" sheetId="1" r:id="r0" xmlns:r="r"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': rels(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
    'xl/styles.xml': xlsxStyles,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows.join('')}</sheetData><mergeCells>${merges.join('')}</mergeCells></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, strToU8(content)])));
}

const odfNamespaces = ['office', 'table', 'text', 'style', 'calcext']
  .map((prefix) => `xmlns:${prefix}="urn:${prefix}"`)
  .join(' ');

/** A draft as an .ods of a program that does not write the mimetype as the first entry. */
export function rawOds(draft: Draft, figure: FigureCell): Uint8Array {
  const covered = new Map<string, true>();
  const rows = rowsOf(draft).map(({ cells }, r) => {
    const own: string[] = [];
    let at = 0;
    const fill = (until: number) => {
      for (; at < until || covered.has(`${r},${at}`); at++)
        own.push(covered.has(`${r},${at}`) ? '<table:covered-table-cell/>' : '<table:table-cell/>');
    };
    for (const { text, key, column, colspan, rowspan } of cells) {
      fill(column);
      for (let y = 0; y < rowspan; y++)
        for (let x = 0; x < colspan; x++) if (x + y > 0) covered.set(`${r + y},${column + x}`, true);
      const plain = /^\d+$/.test(text)
        ? `office:value-type="float" office:value="${text}"><text:p>${text}</text:p>`
        : `office:value-type="string"><text:p>${escape(text)}</text:p>`;
      const spans = `table:number-columns-spanned="${colspan}" table:number-rows-spanned="${rowspan}"`;
      own.push(
        `<table:table-cell ${spans} ${(key === undefined ? undefined : figure(text, key)) ?? plain}</table:table-cell>`,
      );
      at = column + 1;
    }
    fill(at);
    return `<table:table-row>${own.join('')}</table:table-row>`;
  });
  const content = `<office:document-content ${odfNamespaces}>${odsStyles}<office:body><office:spreadsheet><table:table table:name="年报">${rows.join('')}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    'META-INF/manifest.xml': strToU8('<manifest/>'),
    'content.xml': strToU8(content),
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
  });
}

/** A draft in the XML of Excel 2003. */
export function rawSpreadsheetMl(draft: Draft, figure: FigureCell): Uint8Array {
  const rows = rowsOf(draft).map(({ cells }) => {
    const own = cells.map(({ text, key, column, colspan, rowspan }) => {
      const plain = `><ss:Data ss:Type="${/^\d+$/.test(text) ? 'Number' : 'String'}">${escape(text)}</ss:Data>`;
      return `<ss:Cell ss:Index="${column + 1}" ss:MergeAcross="${colspan - 1}" ss:MergeDown="${rowspan - 1}" ${(key === undefined ? undefined : figure(text, key)) ?? plain}</ss:Cell>`;
    });
    return `<ss:Row>${own.join('')}</ss:Row>`;
  });
  return strToU8(
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${spreadsheetMlStyles}<ss:Worksheet ss:Name="年报"><ss:Table>${rows.join('')}</ss:Table></ss:Worksheet></ss:Workbook>`,
  );
}
