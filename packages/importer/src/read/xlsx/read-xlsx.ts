import type { SourceDocument } from '../../source/document.ts';
import { Refusal } from '../../source/refusal.ts';
import { openPackage } from '../package/opc.ts';
import { child, type Xml } from '../package/xml.ts';
import { sheetToBlocks, maxSheets } from '../sheet/sheet.ts';
import { piecesOf } from './strings.ts';
import { stylesOf } from './styles.ts';
import { worksheetOf } from './worksheet.ts';

/**
 * Reads a workbook (.xlsx): each sheet as a grid with its merged cells; hidden sheets, rows and columns are left out.
 * Formulas are not computed.
 * @throws Refusal
 */
export function readXlsx(bytes: Uint8Array): SourceDocument {
  const parts = openPackage(bytes);
  const path = parts.main?.path;
  const workbook = path === undefined ? undefined : parts.xml(path);
  if (path === undefined || workbook?.name !== 'workbook')
    throw new Refusal('damaged', '表格文件已损坏，不能读取。', '能用 Excel 或 WPS 正常打开的文件');
  const named = parts.relationships(path);
  const partOf = (type: string): Xml | undefined => {
    const found = [...named.values()].find((one) => one.type === type);
    return found && parts.xml(found.target);
  };
  const book = {
    strings: (partOf('sharedStrings')?.children ?? []).map(piecesOf),
    styleOf: stylesOf(partOf('styles')),
    date1904: ['1', 'true'].includes(child(workbook, 'workbookPr')?.attributes.date1904 ?? ''),
  };
  const sheets = (child(workbook, 'sheets')?.children ?? [])
    .filter(({ attributes }) => (attributes.state ?? 'visible') === 'visible')
    .slice(0, maxSheets);
  return {
    blocks: sheets.flatMap(({ attributes }) => {
      const target = named.get(attributes.id ?? '')?.target;
      const sheet = target === undefined ? undefined : parts.xml(target);
      // A damaged workbook may refer to sheets that do not exist; a chart sheet has no cells.
      return sheet?.name === 'worksheet' ? sheetToBlocks(worksheetOf(attributes.name ?? '', sheet, book)) : [];
    }),
    notes: [],
  };
}
