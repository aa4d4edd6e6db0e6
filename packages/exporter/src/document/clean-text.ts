/** What a text must not hold in a file that people read, and why. */
const unwanted = [
  // Tabs and line ends are dealt with before.
  { pattern: /(?!\n)\p{Cc}/gu, name: '控制字符' },
  { pattern: /\p{Surrogate}/gu, name: '残缺字符' },
  // Marks that turn the direction of text make a reader see other figures than a program does.
  { pattern: /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, name: '书写方向控制符' },
  {
    pattern: /[\u{fdd0}-\u{fdef}]|[\u{fffe}\u{ffff}\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{10fffe}\u{10ffff}]/gu,
    name: '非字符',
  },
] as const;

/** Collects what was changed in the texts of a document, each kind once. */
export class Warnings {
  readonly #counts = new Map<string, number>();

  add(kind: string, count = 1): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  get lines(): string[] {
    return [...this.#counts].map(([kind, count]) => `${kind}（${count} 处）。`);
  }
}

/**
 * Text that is valid in XML, HTML and PDF: without control characters, lone surrogates, noncharacters and marks of
 * direction; line ends are `\n`, tabs are blanks.
 */
export function cleanText(text: string, warnings?: Warnings): string {
  let clean = text.replace(/\r\n?|[\u2028\u2029]/gu, '\n').replaceAll('\t', ' ');
  for (const { pattern, name } of unwanted)
    clean = clean.replace(pattern, () => {
      warnings?.add(`文字中的${name}没有写入文件`);
      return '';
    });
  return clean;
}
