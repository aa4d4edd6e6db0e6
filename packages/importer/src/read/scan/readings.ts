/** The recognition result of an image: its text, and its lines with boxes in pixels of the image. */
export interface Reading {
  readonly lines: readonly ReadLine[];
}

export interface ReadLine {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const wordLevel = '5';

/** Parses the table of words that Tesseract writes (TSV) for a list of images. */
export function parseTesseractTsv(tsv: string, images: number): Reading[] {
  const lines = Array.from({ length: images }, () => new Map<string, ReadLine>());
  for (const row of tsv.split('\n')) {
    const [level, page, block, paragraph, line, , left, top, width, height, , word = ''] = row.split('\t');
    const found = lines[Number(page) - 1];
    if (level !== wordLevel || !found || word.trim() === '') continue;
    const key = `${block}.${paragraph}.${line}`;
    const box = { left: Number(left), top: Number(top), width: Number(width), height: Number(height) };
    const before = found.get(key);
    found.set(key, before ? joined(before, { ...box, text: word }) : { ...box, text: word });
  }
  return lines.map((found) => ({ lines: [...found.values()] }));
}

function joined(a: ReadLine, b: ReadLine): ReadLine {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  const right = Math.max(a.left + a.width, b.left + b.width);
  const bottom = Math.max(a.top + a.height, b.top + b.height);
  // A blank between Chinese characters is an artefact; a blank between words of letters is not.
  const isApart = /[a-z]$/i.test(a.text) && /^[a-z]/i.test(b.text);
  return {
    text: a.text + (isApart ? ' ' : '') + b.text,
    left,
    top,
    width: right - left,
    height: bottom - top,
  };
}

export function textOf({ lines }: Reading): string {
  return lines.map(({ text }) => text).join('');
}

/** A figure reconciled from two readings; `unsure` states why they do not determine it. */
export interface ReconciledFigure {
  readonly text: string;
  readonly unsure?: string;
}

/** Accepts a figure only if both readings agree and have as many characters as the picture shows. */
export function reconcileReadings(first: string, second: string, characters: number | undefined): ReconciledFigure {
  const shown = first || second || '？';
  if (first === '' && second === '') return { text: shown, unsure: '图片里的字看不清' };
  if (first !== second) return { text: shown, unsure: `两次识别不同（“${first}”和“${second}”）` };
  if (characters !== undefined && first.length !== characters)
    return { text: shown, unsure: `识别出 ${first.length} 个字符，图片里像是 ${characters} 个` };
  return { text: first };
}
