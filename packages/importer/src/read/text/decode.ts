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
 * Decodes the bytes of a text file: by byte order mark, otherwise with the first of UTF-8, UTF-16 and GB18030 that
 * decodes without an error into plausible text. `declared` (the encoding that a web page declares) is tried before
 * these.
 * @throws Refusal 'binary' if none does
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
    // The encoding name is unknown, or the bytes are not valid in the encoding.
    return undefined;
  }
}

// oxlint-disable-next-line no-control-regex -- the expression searches for control characters
const control = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffe\uffff]/;
/** The characters of Chinese text: ASCII, Chinese characters, punctuation, full-width forms. */
const expectedCharacters =
  /[\t-\r\u0020-\u007e\u00a0-\u00bf\u2000-\u2fff\u3000-\u303f\u3200-\u33ff\u4e00-\u9fff\uff00-\uffef]/g;

/** True if the text has no control characters, and few characters that Chinese text does not have. */
function looksLikeText(text: string): boolean {
  const sample = text.slice(0, 100_000);
  return !control.test(sample) && (sample.match(expectedCharacters)?.length ?? 0) * 10 >= sample.length * 8;
}
