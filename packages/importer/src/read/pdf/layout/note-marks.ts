import type { Glyph } from '../geometry/glyph.ts';

/** Type smaller than this share of the text's size is not part of a figure. */
const smaller = 0.86;
/** Minimum distance of a mark from the baseline, in heights of the text. */
const raised = 0.1;
const marks = /^[\d*＊※†‡#a-zA-Z①-⑳()（）[\]【】〔〕〈〉,，、\-−注]$/u;

/** Text separated from its small raised or lowered characters. */
export interface Marked<T> {
  readonly text: readonly T[];
  /** Note marks: small characters off the baseline, directly after a larger character. */
  readonly marks: readonly T[];
  /** Small characters after a larger one that may be marks or text. */
  readonly unclear: readonly T[];
}

/** Separates the note marks from characters that belong together, such as those of a cell or a line. */
export function separateNoteMarks<T extends Glyph>(glyphs: readonly T[]): Marked<T> {
  const main = mainHeight(glyphs);
  const large = glyphs.filter(({ height }) => height > main * smaller);
  if (large.length === glyphs.length || large.length === 0) return { text: glyphs, marks: [], unclear: [] };
  const text: T[] = [];
  const found: T[] = [];
  const unclear: T[] = [];
  const attached: { readonly glyph: T; readonly base: T }[] = [];
  for (const glyph of glyphs) {
    if (glyph.height > main * smaller) {
      text.push(glyph);
      continue;
    }
    const base = large.find((one) => isAt(one, glyph)) ?? attached.find(({ glyph: one }) => isNext(one, glyph))?.base;
    if (!base) {
      text.push(glyph);
      continue;
    }
    attached.push({ glyph, base });
    const offset = Math.abs(base.y + base.height - glyph.y - glyph.height) / base.height;
    if (offset > raised && marks.test(glyph.text) && !/[.．]/.test(base.text)) found.push(glyph);
    else {
      unclear.push(glyph);
      text.push(glyph);
    }
  }
  return { text, marks: found, unclear };
}

/** The most frequent character height; that of the digits if there are any. */
function mainHeight(glyphs: readonly Glyph[]): number {
  return Math.max(0, ...glyphs.map(({ height }) => height));
}

/** True if a small character follows a larger one, or directly precedes it, on its line. */
function isAt(base: Glyph, glyph: Glyph): boolean {
  const middle = glyph.y + glyph.height / 2;
  const onLine = middle > base.y - base.height * 0.4 && middle < base.y + base.height * 1.3;
  const after = glyph.x - base.x - base.width;
  const before = base.x - glyph.x - glyph.width;
  return onLine && Math.max(after, before) < base.height * 0.6 && Math.max(after, before) > -base.width * 0.6;
}

function isNext(before: Glyph, glyph: Glyph): boolean {
  const space = glyph.x - before.x - before.width;
  return Math.abs(glyph.y - before.y) < before.height * 0.5 && Math.abs(space) < before.height * 0.6;
}
