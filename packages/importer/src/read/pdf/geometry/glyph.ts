import type { Box } from '../../../source/place.ts';

/** A colour as red, green and blue from 0 to 255; undefined where a pattern paints. */
export type Colour = readonly [number, number, number] | undefined;

/** A character as a page draws it: its box reaches from the baseline to the height of the font above it. */
export interface Glyph extends Box {
  readonly text: string;
  /** Number of the operator that drew it: characters drawn in one stroke share it. */
  readonly order: number;
  /** Direction of the text in degrees clockwise on the page, from -180 to 180. */
  readonly direction: number;
  /** The colour that it is seen by. */
  readonly colour: Colour;
  /** Drawn without ink: invisible mode, transparent, on a hidden layer, clipped away. */
  readonly inkless: boolean;
  /** Inkless by its text rendering mode alone, as the recognised text of scans is. */
  readonly ghost: boolean;
  /** A blank stands before it in the same stroke. */
  readonly blankBefore: boolean;
  /** Id of the annotation whose appearance it belongs to. */
  readonly annotation: string | undefined;
  /** Marked by the document as no part of its content. */
  readonly artifact: boolean;
}

/** An area that a page fills, or a picture. */
export interface Area extends Box {
  readonly order: number;
  readonly colour: Colour;
  /** Hides what lies under it: fully opaque, and a rectangle or a picture without transparency. */
  readonly opaque: boolean;
  /** Name of the picture, where it has yet to be seen whether it is opaque. */
  readonly picture?: string;
}

export function brightness([red, green, blue]: NonNullable<Colour>): number {
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

/** Characters by the strokes that drew them. */
export function runsOf<T extends Glyph>(glyphs: readonly T[]): T[][] {
  const runs = new Map<number, T[]>();
  for (const glyph of glyphs) {
    const run = runs.get(glyph.order);
    if (run) run.push(glyph);
    else runs.set(glyph.order, [glyph]);
  }
  return [...runs.values()];
}
