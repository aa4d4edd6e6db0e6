import { base64Bytes } from '../package/base64.ts';

/** A part of a MIME message, decoded. */
export interface MimePart {
  /** Media type, such as text/html. */
  readonly type: string;
  readonly charset: string | undefined;
  readonly body: Uint8Array;
}

const maxDepth = 5;
const maxParts = 500;

/**
 * The leaf parts of a MIME message, in order. Lenient: any line that begins with the boundary separates parts.
 */
export function parseMimeMessage(bytes: Uint8Array): MimePart[] {
  return partsOf(latin1(bytes), 0).slice(0, maxParts);
}

function partsOf(message: string, depth: number): MimePart[] {
  const start = message.replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '');
  const end = /\r?\n[ \t]*\r?\n/.exec(start);
  const headers = headersOf(start.slice(0, end?.index ?? start.length));
  const body = end ? start.slice(end.index + end[0].length) : '';
  const contentType = headers.get('content-type') ?? 'text/plain';
  const type = contentType.split(';', 1)[0]!.trim().toLowerCase();
  if (type.startsWith('multipart/') && depth < maxDepth) {
    const boundary = parameter(contentType, 'boundary');
    return boundary === undefined ? [] : split(body, boundary).flatMap((part) => partsOf(part, depth + 1));
  }
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  return [{ type, charset: parameter(contentType, 'charset'), body: decoded(body, encoding) }];
}

function headersOf(text: string): Map<string, string> {
  const lines = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    lines.flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const];
    }),
  );
}

function parameter(header: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header);
  return match?.[1] ?? match?.[2];
}

/** Splits a body at the lines that begin with the boundary. */
function split(body: string, boundary: string): string[] {
  const pieces = `\n${body}`.split(`\n--${boundary}`);
  const parts: string[] = [];
  for (const piece of pieces.slice(1)) {
    if (piece.startsWith('--')) break;
    parts.push(piece.replace(/^[ \t]*\r?\n/, '').replace(/\r$/, ''));
  }
  return parts;
}

function decoded(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return base64Bytes(body);
  if (encoding !== 'quoted-printable') return bytesOf(body);
  return bytesOf(
    body
      .replace(/(?<![ \t])[ \t]+(?=\r?\n|$)/g, '')
      .replace(/=\r?\n/g, '')
      .replace(/=([\dA-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
  );
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
