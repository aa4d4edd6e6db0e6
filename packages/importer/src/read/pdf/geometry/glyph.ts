import type { Box } from '../../../source/place.ts';

/** A colour as red, green and blue from 0 to 255; undefined for a pattern. */
export type Colour = readonly [number, number, number] | undefined;

/** A character as drawn on a page. Its box reaches from the baseline to the height of the font. */
export interface Glyph extends Box {
  readonly text: string;
  /** Number of the operator that drew it; characters drawn in one stroke share it. */
  readonly order: number;
  /** Direction of the text in degrees clockwise on the page, from -180 to 180. */
  readonly direction: number;
  /** The colour in which it is displayed. */
  readonly colour: Colour;
  /** True if it is drawn without ink: in invisible mode, transparent, on a hidden layer, or clipped away. */
  readonly inkless: boolean;
  /** True if it is without ink only because of its text rendering mode, as the OCR text of scans is. */
  readonly ghost: boolean;
  /** True if a blank precedes it in the same stroke. */
  readonly blankBefore: boolean;
  /** Id of the annotation to whose appearance it belongs. */
  readonly annotation: string | undefined;
  /** True if the document marks it as an artifact, that is, not as content. */
  readonly artifact: boolean;
}

/** An area that a page fills, or a picture. */
export interface Area extends Box {
  readonly order: number;
  readonly colour: Colour;
  /** True if it hides everything beneath it: fully opaque, and a rectangle or a picture without transparency. */
  readonly opaque: boolean;
  /** Name of the picture, if its opacity has not been determined yet. */
  readonly picture?: string;
}

export function brightness([red, green, blue]: NonNullable<Colour>): number {
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

/** Groups characters by the strokes that drew them. */
export function runsOf<T extends Glyph>(glyphs: readonly T[]): T[][] {
  const runs = new Map<number, T[]>();
  for (const glyph of glyphs) {
    const run = runs.get(glyph.order);
    if (run) run.push(glyph);
    else runs.set(glyph.order, [glyph]);
  }
  return [...runs.values()];
}
