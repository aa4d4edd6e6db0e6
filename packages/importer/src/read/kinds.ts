import type { SourceDocument } from '../source/document.ts';
import { Refusal } from '../source/refusal.ts';
import { entryNames } from './package/zip.ts';

type Reader = (bytes: Uint8Array) => SourceDocument | Promise<SourceDocument>;

interface Kind {
  /** Name in messages. */
  readonly name: string;
  /** Whether the bytes are a file of this kind. */
  readonly matches: (bytes: Uint8Array) => boolean;
  /** Its reader, loaded when needed; none for a kind that is not read. */
  readonly reader?: () => Promise<Reader>;
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
  {
    name: 'Excel 表格',
    matches: (bytes) => packageWith('xl/workbook.xml')(bytes) || isOldWorkbook(bytes),
    reader: async () => (await import('./xlsx/read-xlsx.ts')).readXlsx,
  },
  { name: 'OpenDocument 文件（.odt、.ods）', matches: packageWith('content.xml') },
  { name: 'OFD 文件', matches: packageWith('OFD.xml') },
  { name: '压缩包', matches: isZip },
  { name: '旧版 Word 文件（.doc、.wps）', matches: isCompound },
  { name: 'RTF 文件', matches: startsWith(0x7b, 0x5c, 0x72, 0x74, 0x66) },
  { name: '图片', matches: startsWith(0x89, 0x50, 0x4e, 0x47) },
  { name: '图片', matches: startsWith(0xff, 0xd8, 0xff) },
  { name: '网页', matches: looksLikeHtml, reader: async () => (await import('./html/read-html.ts')).readHtml },
  { name: '文字', matches: () => true, reader: async () => (await import('./text/read-text.ts')).readText },
];

/** Recognises the kind of a file by its content and reads it. @throws Refusal */
export async function readSource(bytes: Uint8Array): Promise<SourceDocument> {
  if (isEncrypted(bytes))
    throw new Refusal('encrypted', '文件设有打开密码，不能读取。请去掉密码后再上传。', '没有密码的文件');
  const kind = kinds.find(({ matches }) => matches(bytes))!;
  if (!kind.reader)
    throw new Refusal(
      'unsupported-kind',
      `不能直接读取这种文件：${kind.name}。请另存为 .docx，或者把报告的文字复制后粘贴。`,
      'Word（.docx）、PDF、Excel、网页（.html）或文字（.txt、.md）',
    );
  return (await kind.reader())(bytes);
}

function isZip(bytes: Uint8Array): boolean {
  return startsWith(0x50, 0x4b, 0x03, 0x04)(bytes);
}

function isCompound(bytes: Uint8Array): boolean {
  return startsWith(0xd0, 0xcf, 0x11, 0xe0)(bytes);
}

function packageWith(part: string): Kind['matches'] {
  return (bytes) => isZip(bytes) && entryNames(bytes).includes(part);
}

/** An Office document with a password is a compound file with a stream of this name. */
function isEncrypted(bytes: Uint8Array): boolean {
  return isCompound(bytes) && holdsStream(bytes, 'EncryptedPackage');
}

function isOldWorkbook(bytes: Uint8Array): boolean {
  return isCompound(bytes) && (holdsStream(bytes, 'Workbook') || holdsStream(bytes, 'Book\0'));
}

/** Whether the directory of a compound file names a stream so. */
function holdsStream(bytes: Uint8Array, stream: string): boolean {
  const name = stream.split('').flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(name[0]!); at >= 0; at = bytes.indexOf(name[0]!, at + 1))
    if (name.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

function startsWith(...start: readonly number[]): Kind['matches'] {
  return (bytes) => start.every((byte, index) => bytes[index] === byte);
}

/** Begins with a tag, or holds a table's or paragraph's, in whatever encoding its letters are. */
function looksLikeHtml(bytes: Uint8Array): boolean {
  let head = '';
  for (const byte of bytes.subarray(0, 4096)) if (byte !== 0) head += String.fromCharCode(byte);
  return (
    /^[^\w<]{0,10}<(?:!doctype html|html|head|body|meta|div|p|h\d|table|span|article|!--)[\s>]/i.test(head) ||
    /<(?:table|tbody|tr|p)[\s>]/i.test(head)
  );
}
