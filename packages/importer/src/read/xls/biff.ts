import { CFB } from '@e965/xlsx';
import type { Piece } from '../../source/pieces.ts';

/** How the fonts of an Excel 97 to 2003 workbook affect the text of its cells. */
export interface BiffFonts {
  /** The font of a cell as a whole, and the positions within its text at which it changes; undefined for plain text. */
  fontsAt(
    sheet: number,
    row: number,
    column: number,
  ): { readonly font: Piece['as']; readonly runs: readonly Run[] } | undefined;
}

/** The style of the text from a character on. */
export interface Run {
  readonly from: number;
  readonly as: Piece['as'];
}

const record = {
  continued: 0x3c,
  font: 0x31,
  format: 0xe0,
  sheet: 0x85,
  strings: 0xfc,
  start: 0x809,
  string: 0xfd,
  formattedNumbers: 0xbd,
};
/** Records of a single cell, which begin with row, column and format. */
const cells = new Set([0x06, 0xfd, 0x203, 0x204, 0x205, 0x27e, 0xd6]);
const strikeFlag = 0x08;

/** Reads the fonts of a workbook, which SheetJS does not read; undefined if the records cannot be followed. */
export function biffFonts(bytes: Uint8Array): BiffFonts | undefined {
  try {
    const container = CFB.read(bytes, { type: 'array' });
    const stream = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book');
    return stream ? fontsOf(Uint8Array.from(stream.content as ArrayLike<number>)) : undefined;
  } catch {
    return undefined;
  }
}

interface BiffRecord {
  readonly type: number;
  readonly at: number;
  readonly data: DataView;
}

function fontsOf(stream: Uint8Array): BiffFonts {
  const fonts: Piece['as'][] = [];
  const formats: number[] = [];
  const sheets: number[] = [];
  const parts: DataView[] = [];
  const found = new Map<string, { font: Piece['as']; runs: readonly Run[] }>();
  let strings: (readonly [number, number][])[] = [];
  let sheet = -1;
  let before = 0;
  const sortOf = (font: number) => fonts[font > 4 ? font - 1 : font] ?? 'text';
  for (const { type, at, data } of records(stream)) {
    if (type === record.strings || (type === record.continued && before === record.strings)) parts.push(data);
    else if (before === record.strings) strings = stringRuns(parts);
    if (type !== record.continued) before = type;
    if (type === record.start) sheet = sheets.indexOf(at);
    else if (type === record.font) fonts.push(fontSort(data));
    else if (type === record.format) formats.push(data.getUint16(0, true));
    else if (type === record.sheet) sheets.push(data.getUint32(0, true));
    else if (cells.has(type) && data.byteLength >= 6) {
      const runs = type === record.string ? (strings[data.getUint32(6, true)] ?? []) : [];
      const font = sortOf(formats[data.getUint16(4, true)] ?? 0);
      if (font === 'text' && runs.every(([, one]) => sortOf(one) === 'text')) continue;
      found.set(`${sheet},${data.getUint16(0, true)},${data.getUint16(2, true)}`, {
        font,
        runs: runs.map(([from, one]) => ({ from, as: sortOf(one) })),
      });
    } else if (type === record.formattedNumbers)
      for (let column = 0; 4 + column * 6 + 6 <= data.byteLength - 2; column++) {
        const font = sortOf(formats[data.getUint16(4 + column * 6, true)] ?? 0);
        if (font !== 'text')
          found.set(`${sheet},${data.getUint16(0, true)},${data.getUint16(2, true) + column}`, { font, runs: [] });
      }
  }
  return { fontsAt: (at, row, column) => found.get(`${at},${row},${column}`) };
}

function* records(stream: Uint8Array): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0; at + 4 <= stream.length;) {
    const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (at + 4 + length > stream.length) return;
    yield { type, at, data: new DataView(stream.buffer, stream.byteOffset + at + 4, length) };
    at += 4 + length;
  }
}

function fontSort(data: DataView): Piece['as'] {
  if ((data.getUint16(2, true) & strikeFlag) !== 0) return 'struck';
  return data.getUint16(8, true) === 0 ? 'text' : 'mark';
}

/** The font changes of each shared string: position and font. */
function stringRuns(parts: readonly DataView[]): (readonly [number, number][])[] {
  const input = new Input(parts);
  input.skip(4);
  const count = input.number(4);
  const found: (readonly [number, number][])[] = [];
  for (let index = 0; index < count && !input.isAtEnd; index++) {
    const length = input.number(2);
    const flags = input.number(1);
    const runs = flags & 8 ? input.number(2) : 0;
    const more = flags & 4 ? input.number(4) : 0;
    input.skipCharacters(length, (flags & 1) !== 0);
    found.push(Array.from({ length: runs }, () => [input.number(2), input.number(2)] as const).map(([a, b]) => [a, b]));
    input.skip(more);
  }
  return found;
}

/** The bytes of a record and its continuation records. */
class Input {
  readonly #parts: readonly DataView[];
  #part = 0;
  #at = 0;

  constructor(parts: readonly DataView[]) {
    this.#parts = parts;
  }

  get isAtEnd(): boolean {
    this.#settle();
    return this.#part >= this.#parts.length;
  }

  number(bytes: number): number {
    let value = 0;
    for (let index = 0; index < bytes; index++) value += this.#byte() * 2 ** (8 * index);
    return value;
  }

  skip(count: number): void {
    for (let left = count; left > 0 && !this.isAtEnd;) {
      const step = Math.min(left, this.#left());
      this.#at += step;
      left -= step;
    }
  }

  /** A continued string states again whether its characters take two bytes. */
  skipCharacters(count: number, isWide: boolean): void {
    let wide = isWide;
    for (let left = count; left > 0;) {
      if (this.#left() === 0) {
        if (this.isAtEnd) return;
        wide = (this.#byte() & 1) !== 0;
      }
      const step = Math.min(left, Math.floor(this.#left() / (wide ? 2 : 1)));
      if (step === 0) return;
      this.#at += step * (wide ? 2 : 1);
      left -= step;
    }
  }

  #left(): number {
    const part = this.#parts[this.#part];
    return part ? part.byteLength - this.#at : 0;
  }

  #settle(): void {
    while (this.#part < this.#parts.length && this.#left() === 0) {
      this.#part++;
      this.#at = 0;
    }
  }

  #byte(): number {
    this.#settle();
    if (this.#part >= this.#parts.length) return 0;
    return this.#parts[this.#part]!.getUint8(this.#at++);
  }
}
