import { Refusal } from '../../source/refusal.ts';

export interface DecodedText {
  readonly text: string;
  /** Name as in the WHATWG Encoding Standard. */
  readonly encoding: string;
}

const byteOrderMarks = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/**
 * Bytes of a text file as text: by byte order mark, else the first of UTF-8, UTF-16 and GB18030 that decodes
 * without a fault into what looks like text. `declared` (of a web page) is tried before these.
 * @throws Refusal 'binary' where none does
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const mark = byteOrderMarks.find(({ bytes: start }) => start.every((byte, index) => bytes[index] === byte));
  const candidates = mark
    ? [mark.encoding]
    : [...(declared ? [declared] : []), ...(bytes.includes(0) ? ['utf-16le', 'utf-16be'] : ['utf-8', 'gb18030'])];
  for (const encoding of candidates) {
    const text = tryDecode(bytes, encoding);
    if (text !== undefined && looksLikeText(text)) return { text, encoding };
  }
  throw new Refusal(
    'binary',
    '文件内容不是文字，可能是图片、压缩包或者已经损坏。',
    '年度报告的文字（UTF-8、GB18030 或 UTF-16 编码）',
  );
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // An unknown name, or bytes that this encoding cannot hold.
    return undefined;
  }
}

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffe\uffff]/;
/** What Chinese text is made of: ASCII, Chinese characters, punctuation, full-width forms. */
const expectedCharacters =
  /[\t-\r\u0020-\u007e\u00a0-\u00bf\u2000-\u2fff\u3000-\u303f\u3200-\u33ff\u4e00-\u9fff\uff00-\uffef]/g;

/** No control characters, and few that Chinese text does not have. */
function looksLikeText(text: string): boolean {
  const sample = text.slice(0, 100_000);
  return !control.test(sample) && (sample.match(expectedCharacters)?.length ?? 0) * 10 >= sample.length * 8;
}
