import type { Box } from '../../source/place.ts';
import { covers, holds } from './box.ts';
import type { Area, Colour, Glyph } from './glyph.ts';
import { Near } from './near.ts';

/** Smaller type is not read by anybody, in points. */
const smallest = 1.5;
/** Colours nearer than this, of 255, cannot be told apart. */
const nearest = 8;
const white: Colour = [255, 255, 255];

/** The characters that can be seen on a page: drawn with ink, in another colour than what lies under them, and not painted over. */
export function visibleGlyphs(glyphs: readonly Glyph[], areas: readonly Area[], page: Box): Glyph[] {
  const near = new Near<Area>(50);
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
    return !under || !glyph.colour || under.some((part, at) => Math.abs(part - glyph.colour![at]!) > nearest);
  });
}

/** A page whose text is invisible to this share, and no picture under it, was meant to show it. */
const mostlyGhosts = 0.2;

/** Invisible text that is nobody's recognised layer: the page has no picture that it could belong to. */
export function ghostsOf(glyphs: readonly Glyph[], seen: readonly Glyph[], hasPictures: boolean): Glyph[] {
  const ghosts = hasPictures ? [] : glyphs.filter(({ ghost }) => ghost);
  return ghosts.length > (ghosts.length + seen.length) * mostlyGhosts ? ghosts : [];
}
