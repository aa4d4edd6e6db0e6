import type { Box } from '../../../source/place.ts';
import { covers, holds } from '../geometry/box.ts';
import { runsOf, type Area, type Colour, type Glyph } from '../geometry/glyph.ts';
import { SpatialIndex } from '../geometry/spatial-index.ts';

/** Minimum size of legible type in points. */
const smallest = 1.5;
/** Maximum difference of two colours, of 255, that cannot be distinguished. */
const maxColourDifference = 8;
const white: Colour = [255, 255, 255];

/** A visible character. `cut`: other characters of its word are not visible. */
export interface VisibleGlyph extends Glyph {
  readonly cut: boolean;
}

/** The visible characters of a page: drawn with ink, in a colour different from the background, and not covered. */
export function visibleGlyphs(glyphs: readonly Glyph[], areas: readonly Area[], page: Box): VisibleGlyph[] {
  const visible = new Set(glyphsInView(glyphs, areas, page));
  const cut = new Set(runsOf(glyphs).flatMap((run) => cutWords(run, visible)));
  return [...visible].map((glyph) => ({ ...glyph, cut: cut.has(glyph) }));
}

/** A gap wider than this share of a character's height ends a word. */
const gap = 0.5;

/** The visible characters of those words of a stroke that are only partly visible. */
function cutWords(run: readonly Glyph[], visible: ReadonlySet<Glyph>): Glyph[] {
  const hidden = run.filter((glyph) => !visible.has(glyph)).length;
  if (hidden === 0 || hidden === run.length) return [];
  const words: Glyph[][] = [];
  for (const glyph of run) {
    const word = words.at(-1);
    const last = word?.at(-1);
    const goesOn = last && !glyph.blankBefore && glyph.x - (last.x + last.width) < glyph.height * gap;
    if (word && goesOn) word.push(glyph);
    else words.push([glyph]);
  }
  return words.flatMap((word) => {
    const seen = word.filter((glyph) => visible.has(glyph));
    return seen.length < word.length ? seen : [];
  });
}

function glyphsInView(glyphs: readonly Glyph[], areas: readonly Area[], page: Box): Glyph[] {
  const near = new SpatialIndex<Area>(50);
  for (const area of areas) near.add(area);
  return glyphs.filter((glyph) => {
    if (glyph.inkless || glyph.height < smallest || !holds(page, glyph)) return false;
    let ground: Area | undefined;
    for (const area of near.at(glyph)) {
      if (area.order < glyph.order) {
        if (holds(area, glyph)) ground = area;
      } else if (area.opaque && covers(area, glyph)) return false;
    }
    // The appearance of a pattern, a picture or a transparent colour is unknown.
    const under = ground === undefined ? white : ground.opaque ? ground.colour : undefined;
    return (
      !under || !glyph.colour || under.some((part, at) => Math.abs(part - glyph.colour![at]!) > maxColourDifference)
    );
  });
}

/** A page without a picture on which at least this share of the text is invisible was meant to display that text. */
const minInvisibleShare = 0.2;

/** Recovers invisible text that cannot be an OCR layer, because the page has no picture that it could belong to. */
export function recoverInvisibleText(glyphs: readonly Glyph[], seen: readonly Glyph[], hasPictures: boolean): Glyph[] {
  const ghosts = hasPictures ? [] : glyphs.filter(({ ghost }) => ghost);
  return ghosts.length > (ghosts.length + seen.length) * minInvisibleShare ? ghosts : [];
}
