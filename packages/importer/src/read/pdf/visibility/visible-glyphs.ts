import type { Box } from '../../../source/place.ts';
import { covers, holds } from '../geometry/box.ts';
import { runsOf, type Area, type Colour, type Glyph } from '../geometry/glyph.ts';
import { SpatialIndex } from '../geometry/spatial-index.ts';

/** Smaller type is not read by anybody, in points. */
const smallest = 1.5;
/** Colours nearer than this, of 255, cannot be told apart. */
const maxColourDifference = 8;
const white: Colour = [255, 255, 255];

/** A character that can be seen. `cut`: others of its word cannot. */
export interface VisibleGlyph extends Glyph {
  readonly cut: boolean;
}

/** The characters that can be seen on a page: drawn with ink, in another colour than what lies under them, and not painted over. */
export function visibleGlyphs(glyphs: readonly Glyph[], areas: readonly Area[], page: Box): VisibleGlyph[] {
  const visible = new Set(glyphsInView(glyphs, areas, page));
  const cut = new Set(runsOf(glyphs).flatMap((run) => cutWords(run, visible)));
  return [...visible].map((glyph) => ({ ...glyph, cut: cut.has(glyph) }));
}

/** A gap wider than this share of a character's height ends a word. */
const gap = 0.5;

/** The visible characters of those words of a stroke that can be seen in part. */
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
    // What a pattern, a picture or a transparent colour looks like is not known.
    const under = ground === undefined ? white : ground.opaque ? ground.colour : undefined;
    return (
      !under || !glyph.colour || under.some((part, at) => Math.abs(part - glyph.colour![at]!) > maxColourDifference)
    );
  });
}

/** A page whose text is invisible to this share, and no picture under it, was meant to show it. */
const minInvisibleShare = 0.2;

/** Invisible text that is nobody's recognised layer: the page has no picture that it could belong to. */
export function recoverInvisibleText(glyphs: readonly Glyph[], seen: readonly Glyph[], hasPictures: boolean): Glyph[] {
  const ghosts = hasPictures ? [] : glyphs.filter(({ ghost }) => ghost);
  return ghosts.length > (ghosts.length + seen.length) * minInvisibleShare ? ghosts : [];
}
