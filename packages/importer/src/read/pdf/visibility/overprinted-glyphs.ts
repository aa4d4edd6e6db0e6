import type { Glyph } from '../geometry/glyph.ts';
import { SpatialIndex } from '../geometry/spatial-index.ts';
import { standing } from './rotated-text.ts';

/** A visible character with the defects found in it. */
export interface SeenGlyph extends Glyph {
  /**
   * True if another character overlaps it or a part of its word is hidden, so that it cannot be read with certainty.
   */
  clash: boolean;
  /** True if a line is drawn through it. */
  struck: boolean;
}

/** Maximum distance, as a share of width and height, of a copy drawn again to look bold. */
const copyDistance = 0.3;
/** Minimum distance between characters of one line, as a share of their width. */
const minSpacing = 0.6;

/**
 * Removes copies that are drawn over characters. Characters that overlap others are marked, and so is a stroke of which
 * only a part is a copy, because it may be a figure that overlaps the next one.
 */
export function removeOverprints(glyphs: readonly (Glyph & { readonly cut?: boolean })[]): SeenGlyph[] {
  const kept: SeenGlyph[] = [];
  const near = new SpatialIndex<SeenGlyph>(12);
  const copied = new Map<number, SeenGlyph[]>();
  for (const glyph of glyphs) {
    const seen: SeenGlyph = { ...glyph, clash: glyph.cut === true, struck: false };
    const over = near.at(glyph).filter((other) => standing(other) === standing(glyph) && isOver(glyph, other));
    const original = over.find((other) => isCopy(glyph, other));
    if (original) {
      copied.set(glyph.order, [...(copied.get(glyph.order) ?? []), original]);
      continue;
    }
    if (glyph.ghost && over.some((other) => !other.ghost)) continue;
    for (const other of over) other.clash = seen.clash = true;
    kept.push(seen);
    near.add(seen);
  }
  for (const glyph of kept) {
    const originals = copied.get(glyph.order);
    if (originals) for (const one of [glyph, ...originals]) one.clash = true;
  }
  return kept;
}

function apart(a: Glyph, b: Glyph): { readonly along: number; readonly across: number } {
  const isUpright = Math.abs(Math.sin((a.direction * Math.PI) / 180)) < 0.7;
  const x = Math.abs(a.x + a.width / 2 - (b.x + b.width / 2));
  const y = Math.abs(a.y + a.height / 2 - (b.y + b.height / 2));
  const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)];
  return isUpright ? { along: x / width, across: y / height } : { along: y / height, across: x / width };
}

function isOver(glyph: Glyph, other: Glyph): boolean {
  const { along, across } = apart(glyph, other);
  return along < minSpacing && across < 0.5;
}

function isCopy(glyph: Glyph, other: Glyph): boolean {
  const { along, across } = apart(glyph, other);
  return (
    glyph.text === other.text &&
    along < copyDistance &&
    across < copyDistance &&
    Math.abs(glyph.height - other.height) < other.height * 0.15 &&
    glyph.annotation === other.annotation
  );
}
