import type { SourceDocument } from '../source/document.ts';
import { Refusal } from '../source/refusal.ts';
import { rootOf } from './package/xml-root.ts';
import { isPicture } from './signatures/pictures.ts';
import { isMht } from './mht/is-mht.ts';
import {
  compoundWith,
  hasMacros,
  isCompound,
  isEncrypted,
  isZip,
  looksLikeHtml,
  officePackage,
  openDocument,
  packageWith,
  startsWith,
  type Test,
} from './signatures/documents.ts';

type Reader = (bytes: Uint8Array) => SourceDocument | Promise<SourceDocument>;

interface Kind {
  /** Name of the format in messages. */
  readonly name: string;
  /** True if the bytes are a file of this format. */
  readonly matches: Test;
  /** The reader, loaded on demand; undefined for a format that cannot be read. */
  readonly reader?: () => Promise<Reader>;
  /** File extension, if LibreOffice can convert the format into one that is read. */
  readonly extension?: string;
}

/** A format without a reader that LibreOffice can convert into one that is read. */
export interface LegacyFormat {
  readonly name: string;
  readonly extension: string;
}

const isFlatOffice: Test = (bytes) =>
  rootOf(bytes)?.tag.includes('schemas.microsoft.com/office/2006/xmlPackage') === true;
const isWord2003: Test = (bytes) => rootOf(bytes)?.name === 'wordDocument';
const isFlatOpenDocument =
  (type: string): Test =>
  (bytes) =>
    rootOf(bytes)?.tag.includes(`application/vnd.oasis.opendocument.${type}`) === true;

/** Formats recognised by content, the most specific test first; the last one accepts all remaining files. */
const kinds: readonly Kind[] = [
  {
    name: 'PDF',
    matches: startsWith(0x25, 0x50, 0x44, 0x46, 0x2d),
    reader: async () => (await import('./pdf/read-pdf.ts')).readPdf,
  },
  {
    name: 'Word 文档',
    matches: officePackage('word'),
    reader: async () => (await import('./docx/read-docx.ts')).readDocx,
  },
  {
    name: 'Word 文档（XML）',
    matches: (bytes) => isFlatOffice(bytes) || isWord2003(bytes),
    reader: async () => (await import('./docx/read-docx.ts')).readWordXml,
  },
  { name: '旧版 Word 文件（.doc、.wps）', matches: compoundWith('WordDocument'), extension: 'doc' },
  {
    name: 'Excel 表格',
    matches: officePackage('spreadsheet'),
    reader: async () => (await import('./xlsx/read-xlsx.ts')).readXlsx,
  },
  {
    name: '旧版 Excel 表格（.xls、.et）',
    matches: compoundWith('Workbook', 'Book\0'),
    reader: async () => (await import('./xls/read-xls.ts')).readXls,
  },
  {
    name: 'Excel 表格（XML）',
    matches: (bytes) => rootOf(bytes)?.tag.includes('urn:schemas-microsoft-com:office:spreadsheet') === true,
    reader: async () => (await import('./spreadsheetml/read-spreadsheetml.ts')).readSpreadsheetMl,
  },
  {
    name: 'OpenDocument 表格（.ods）',
    matches: openDocument('spreadsheet'),
    reader: async () => (await import('./ods/read-ods.ts')).readOds,
  },
  {
    name: 'OpenDocument 表格（.fods）',
    matches: isFlatOpenDocument('spreadsheet'),
    reader: async () => (await import('./ods/read-ods.ts')).readFlatOds,
  },
  { name: 'OpenDocument 文件（.odt）', matches: openDocument('text'), extension: 'odt' },
  { name: 'OpenDocument 文件（.fodt）', matches: isFlatOpenDocument('text'), extension: 'fodt' },
  { name: 'OpenDocument 文件', matches: packageWith('content.xml') },
  { name: 'Excel 二进制工作簿（.xlsb）', matches: packageWith('xl/workbook.bin') },
  { name: '演示文稿（.pptx）', matches: packageWith('ppt/presentation.xml') },
  { name: 'OFD 文件', matches: packageWith('OFD.xml') },
  { name: '压缩包', matches: isZip },
  { name: '旧版 Office 文件', matches: isCompound, extension: 'doc' },
  { name: 'RTF 文件', matches: startsWith(0x7b, 0x5c, 0x72, 0x74, 0x66), extension: 'rtf' },
  { name: '图片', matches: isPicture },
  { name: '图片', matches: startsWith(0x47, 0x49, 0x46, 0x38) },
  {
    name: '图片',
    matches: (bytes) =>
      startsWith(0x52, 0x49, 0x46, 0x46)(bytes) && startsWith(0x57, 0x45, 0x42, 0x50)(bytes.subarray(8)),
  },
  { name: '压缩包', matches: startsWith(0x52, 0x61, 0x72, 0x21) },
  { name: '压缩包', matches: startsWith(0x37, 0x7a, 0xbc, 0xaf) },
  { name: '单个文件网页（.mht）', matches: isMht, reader: async () => (await import('./mht/read-mht.ts')).readMht },
  { name: '网页', matches: looksLikeHtml, reader: async () => (await import('./html/read-html.ts')).readHtml },
  { name: '文字', matches: () => true, reader: async () => (await import('./text/read-text.ts')).readText },
];

/** Detects the format of a file by its content and reads it. @throws Refusal */
export async function readSource(bytes: Uint8Array): Promise<SourceDocument> {
  const kind = kindOf(bytes);
  if (!kind.reader)
    throw new Refusal(
      'unsupported-kind',
      kind.name === '压缩包'
        ? '这是压缩包，不是一份报告。请先解压，或者用 gongkai import 成批读取 .zip。'
        : `不能直接读取这种文件：${kind.name}。请另存为 .docx，或者把报告的文字复制后粘贴。`,
      'Word（.docx）、PDF、Excel、网页（.html）或文字（.txt、.md）',
    );
  return (await kind.reader())(bytes);
}

/** The format of a document that LibreOffice has to convert first; undefined for other formats. @throws Refusal */
export function legacyFormatOf(bytes: Uint8Array): LegacyFormat | undefined {
  const { name, extension } = kindOf(bytes);
  return extension === undefined ? undefined : { name, extension };
}

/** @throws Refusal if the file has a password or macros, or is a damaged package */
function kindOf(bytes: Uint8Array): Kind {
  if (isEncrypted(bytes))
    throw new Refusal('encrypted', '文件设有打开密码，不能读取。请去掉密码后再上传。', '没有密码的文件');
  if (hasMacros(bytes))
    throw new Refusal(
      'macros',
      '文件带有宏，为了安全没有读取。请另存为不带宏的文件（.docx 或 .xlsx）后再上传。',
      '不带宏的文件',
    );
  return kinds.find(({ matches }) => matches(bytes))!;
}
