import { openPackage } from '../package/opc.ts';
import { entryNames, unpackParts } from '../package/zip.ts';

export type Test = (bytes: Uint8Array) => boolean;

export function startsWith(...start: readonly number[]): Test {
  return (bytes) => start.every((byte, index) => bytes[index] === byte);
}

export const isZip = startsWith(0x50, 0x4b, 0x03, 0x04);
/** A compound file: .doc, .xls, .wps, and Office documents with a password. */
export const isCompound = startsWith(0xd0, 0xcf, 0x11, 0xe0);

/** A zip package that contains the given part. */
export function packageWith(part: string): Test {
  return (bytes) => isZip(bytes) && entryNames(bytes).includes(part);
}

const mainParts = { word: 'word/document.xml', spreadsheet: 'xl/workbook.xml' } as const;

/** An Office zip package whose main part, under any name, is a document of the given kind. */
export function officePackage(kind: keyof typeof mainParts): Test {
  return (bytes) => {
    if (!isZip(bytes)) return false;
    const names = entryNames(bytes).map((name) => name.replaceAll('\\', '/').toLowerCase());
    if (names.includes('xl/workbook.bin')) return false;
    if (names.includes(mainParts[kind])) return true;
    if (Object.values(mainParts).some((part) => names.includes(part))) return false;
    const { main } = names.includes('_rels/.rels') ? openPackage(bytes) : { main: undefined };
    if (!main) return false;
    if (main.contentType !== '') return main.contentType.includes(`${kind === 'word' ? 'wordprocessing' : kind}ml`);
    return main.path.startsWith(kind === 'word' ? 'word/' : 'xl/');
  };
}

const openDocumentParts = ['mimetype', 'META-INF/manifest.xml', 'content.xml'];

/** An OpenDocument file of a type, by its declared media type or otherwise by its content. */
export function openDocument(type: 'text' | 'spreadsheet'): Test {
  return (bytes) => {
    if (!packageWith('content.xml')(bytes)) return false;
    for (const part of openDocumentParts) {
      const found = unpackParts(bytes, (name) => name === part).get(part);
      const text = found === undefined ? '' : new TextDecoder().decode(found.subarray(0, 200_000));
      const named =
        /application\/vnd\.oasis\.opendocument\.(\w+)/.exec(text)?.[1] ??
        /<office:(text|spreadsheet)[\s>]/.exec(text)?.[1];
      if (named !== undefined) return named === type;
    }
    return false;
  };
}

/** A compound file with a stream of one of the given names. */
export function compoundWith(...streams: readonly string[]): Test {
  return (bytes) => isCompound(bytes) && streams.some((stream) => holdsName(bytes, stream));
}

/** True if the directory of a compound file contains a stream of this name. */
function holdsName(bytes: Uint8Array, stream: string): boolean {
  const name = stream.split('').flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(name[0]!); at >= 0; at = bytes.indexOf(name[0]!, at + 1))
    if (name.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

/** True if the document requires a password, according to its container, Word's flag, or OpenDocument's manifest. */
export function isEncrypted(bytes: Uint8Array): boolean {
  if (isCompound(bytes)) return holdsName(bytes, 'EncryptedPackage') || isEncryptedWord(bytes);
  if (!packageWith('META-INF/manifest.xml')(bytes)) return false;
  const manifest = unpackParts(bytes, (name) => name === 'META-INF/manifest.xml').get('META-INF/manifest.xml');
  return manifest !== undefined && new TextDecoder().decode(manifest).includes('encryption-data');
}

const sector = 512;
const encryptedFlag = 0x01;

/** Reads the flag in the header of the text of a .doc, which starts at one of the first sectors. */
function isEncryptedWord(bytes: Uint8Array): boolean {
  if (!holdsName(bytes, 'WordDocument')) return false;
  for (let at = sector; at + 12 < bytes.length; at += sector)
    if (bytes[at] === 0xec && bytes[at + 1] === 0xa5) return (bytes[at + 11]! & encryptedFlag) !== 0;
  return false;
}

/** True if the document contains macros. */
export function hasMacros(bytes: Uint8Array): boolean {
  if (isCompound(bytes)) return holdsName(bytes, '_VBA_PROJECT');
  return isZip(bytes) && entryNames(bytes).some((name) => /(?:^|\/)vbaProject\.bin$|^(?:Basic|Scripts)\/./i.test(name));
}

/** True if the bytes begin with a tag, or contain a table or paragraph tag, in any encoding. */
export function looksLikeHtml(bytes: Uint8Array): boolean {
  let head = '';
  for (const byte of bytes.subarray(0, 4096)) if (byte !== 0) head += String.fromCharCode(byte);
  return (
    /^[^\w<]{0,10}<(?:!doctype html|html|head|body|meta|div|p|h\d|table|span|article|!--)[\s>]/i.test(head) ||
    /<(?:table|tbody|tr|p)[\s>]/i.test(head)
  );
}
