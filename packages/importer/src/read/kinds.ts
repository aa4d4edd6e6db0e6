import type { SourceDocument } from '../source/document.ts';
import { Refusal } from '../source/refusal.ts';

interface Kind {
  /** Name in messages. */
  readonly name: string;
  /** Whether the bytes begin like a file of this kind. */
  readonly matches: (bytes: Uint8Array) => boolean;
  /** Its reader, loaded when needed; none for a kind that is not read. */
  readonly reader?: () => Promise<(bytes: Uint8Array) => SourceDocument | Promise<SourceDocument>>;
}

/** Kinds by their first bytes, most telling first; the last takes what is left. */
const kinds: readonly Kind[] = [
  { name: 'PDF', matches: startsWith(0x25, 0x50, 0x44, 0x46, 0x2d) },
  { name: 'Word、Excel 或压缩包', matches: startsWith(0x50, 0x4b, 0x03, 0x04) },
  { name: '旧版 Office 文件（.doc、.xls、.wps）', matches: startsWith(0xd0, 0xcf, 0x11, 0xe0) },
  { name: '图片', matches: startsWith(0x89, 0x50, 0x4e, 0x47) },
  { name: '图片', matches: startsWith(0xff, 0xd8, 0xff) },
  { name: '网页', matches: looksLikeHtml, reader: async () => (await import('./html/read-html.ts')).readHtml },
  {
    name: '文字',
    matches: () => true,
    reader: async () => (await import('./text/read-text.ts')).readText,
  },
];

/** Recognises the kind of a file by its content and reads it. @throws Refusal */
export async function readSource(bytes: Uint8Array): Promise<SourceDocument> {
  const kind = kinds.find(({ matches }) => matches(bytes))!;
  if (!kind.reader)
    throw new Refusal(
      'unsupported-kind',
      `还不能读取这种文件：${kind.name}。请把报告的文字复制后粘贴。`,
      '文字（.txt、.md）',
    );
  return (await kind.reader())(bytes);
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
