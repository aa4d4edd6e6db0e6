import { around, type Word } from '../geometry/box.ts';
import type { Glyph } from '../geometry/glyph.ts';

/** Characters of one stroke further apart than this share of their height belong to different words. */
const gap = 0.3;
/**
 * The same limit for letters and digits of one stroke, which, unlike Chinese characters, are not spaced within a word.
 */
const digitGap = 0.2;

/** A word with the characters that it is made of. */
export interface GlyphWord<T extends Glyph = Glyph> extends Word {
  readonly glyphs: readonly T[];
}

/** Groups characters that follow one another without a blank into words, stroke by stroke. */
export function wordsOf<T extends Glyph>(glyphs: readonly T[]): GlyphWord<T>[] {
  const words: T[][] = [];
  for (const glyph of glyphs) {
    const last = words.at(-1);
    if (last && goesOn(last.at(-1)!, glyph)) last.push(glyph);
    else words.push([glyph]);
  }
  return words.map(wordOf);
}

export function wordOf<T extends Glyph>(glyphs: readonly T[]): GlyphWord<T> {
  return {
    ...around(glyphs),
    height: glyphs[0]!.height,
    text: glyphs.map(({ text }) => text).join(''),
    blankBefore: glyphs[0]!.blankBefore,
    glyphs,
  };
}

function goesOn(before: Glyph, glyph: Glyph): boolean {
  if (glyph.order !== before.order || glyph.blankBefore) return false;
  const space = glyph.x - before.x - before.width;
  const widest = /[\dA-Za-z]/.test(before.text) && /[\dA-Za-z]/.test(glyph.text) ? digitGap : gap;
  return Math.abs(glyph.y - before.y) < 0.5 && space < widest * glyph.height && space > -glyph.width * 0.9;
}
