import type { SourceDocument } from '../source/document.ts';
import { Refusal } from '../source/refusal.ts';
import {
  compoundWith,
  hasMacros,
  isCompound,
  isEncrypted,
  isZip,
  looksLikeHtml,
  openDocument,
  packageWith,
  startsWith,
  type Test,
} from './signatures.ts';

type Reader = (bytes: Uint8Array) => SourceDocument | Promise<SourceDocument>;

interface Kind {
  /** Name in messages. */
  readonly name: string;
  /** Whether the bytes are a file of this kind. */
  readonly matches: Test;
  /** Its reader, loaded when needed; none for a kind that is not read. */
  readonly reader?: () => Promise<Reader>;
  /** Ending of its files, where LibreOffice can turn it into one that is read. */
  readonly extension?: string;
}

/** A kind that no reader reads but LibreOffice can turn into one that is read. */
export interface OldKind {
  readonly name: string;
  readonly extension: string;
}

/** Kinds by their content, most telling first; the last takes what is left. */
const kinds: readonly Kind[] = [
  {
    name: 'PDF',
    matches: startsWith(0x25, 0x50, 0x44, 0x46, 0x2d),
    reader: async () => (await import('./pdf/read-pdf.ts')).readPdf,
  },
  {
    name: 'Word 文档',
    matches: packageWith('word/document.xml'),
    reader: async () => (await import('./docx/read-docx.ts')).readDocx,
  },
  { name: '旧版 Word 文件（.doc、.wps）', matches: compoundWith('WordDocument'), extension: 'doc' },
  {
    name: 'Excel 表格',
    matches: (bytes) =>
      packageWith('xl/workbook.xml')(bytes) ||
      openDocument('spreadsheet')(bytes) ||
      compoundWith('Workbook', 'Book\0')(bytes),
    reader: async () => (await import('./xlsx/read-xlsx.ts')).readXlsx,
  },
  { name: 'OpenDocument 文件（.odt）', matches: openDocument('text'), extension: 'odt' },
  { name: 'OpenDocument 文件', matches: packageWith('content.xml') },
  { name: 'OFD 文件', matches: packageWith('OFD.xml') },
  { name: '压缩包', matches: isZip },
  { name: '旧版 Office 文件', matches: isCompound, extension: 'doc' },
  { name: 'RTF 文件', matches: startsWith(0x7b, 0x5c, 0x72, 0x74, 0x66), extension: 'rtf' },
  { name: '图片', matches: startsWith(0x89, 0x50, 0x4e, 0x47) },
  { name: '图片', matches: startsWith(0xff, 0xd8, 0xff) },
  { name: '压缩包', matches: startsWith(0x52, 0x61, 0x72, 0x21) },
  { name: '压缩包', matches: startsWith(0x37, 0x7a, 0xbc, 0xaf) },
  {
    name: '单个文件网页（.mht）',
    matches: (bytes) => /^mime-version:/i.test(String.fromCharCode(...bytes.slice(0, 20))),
  },
  { name: '网页', matches: looksLikeHtml, reader: async () => (await import('./html/read-html.ts')).readHtml },
  { name: '文字', matches: () => true, reader: async () => (await import('./text/read-text.ts')).readText },
];

/** Recognises the kind of a file by its content and reads it. @throws Refusal */
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

/** The kind of a document that LibreOffice has to turn into another first. @throws Refusal */
export function oldKindOf(bytes: Uint8Array): OldKind | undefined {
  const { name, extension } = kindOf(bytes);
  return extension === undefined ? undefined : { name, extension };
}

/** @throws Refusal for a password, macros, or a damaged package */
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
