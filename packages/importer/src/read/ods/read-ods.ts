import { Refusal } from '../../source/refusal.ts';
import type { SourceDocument } from '../../source/document.ts';
import { descendant, parseXml, type Xml } from '../package/xml.ts';
import { unpackParts } from '../package/zip.ts';
import { sheetToBlocks, maxSheets } from '../sheet/sheet.ts';
import { odfStyles } from './styles.ts';
import { odsSheet } from './table.ts';

const parts = ['content.xml', 'styles.xml'];

/**
 * Reads an OpenDocument spreadsheet of any program: each sheet as a grid with its merged cells; hidden sheets, rows and
 * columns are left out. Formulas are not computed.
 * @throws Refusal
 */
export function readOds(bytes: Uint8Array): SourceDocument {
  const found = unpackParts(bytes, (name) => parts.includes(name));
  const [content, styles] = parts.map((name) => {
    const part = found.get(name);
    return part && parseXml(part);
  });
  return documentOf(content, styles);
}

/** Reads an OpenDocument spreadsheet stored as one XML file. @throws Refusal */
export function readFlatOds(bytes: Uint8Array): SourceDocument {
  return documentOf(parseXml(bytes), undefined);
}

function documentOf(content: Xml | undefined, common: Xml | undefined): SourceDocument {
  const book = descendant(content, 'body', 'spreadsheet');
  if (!book) throw new Refusal('damaged', '表格文件已损坏，不能读取。', '能用 Excel 或 WPS 正常打开的文件');
  const styles = odfStyles(common, content);
  const tables = book.children.filter(
    ({ name, attributes }) => name === 'table' && !styles.isHiddenTable(attributes['style-name']),
  );
  return {
    blocks: tables.slice(0, maxSheets).flatMap((table) => sheetToBlocks(odsSheet(table, styles))),
    notes: [],
  };
}
