import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../../../source/place.ts';
import { normaliseRadicals } from '../../../source/radicals.ts';
import type { GraphicsState } from './graphics-state.ts';
import type { Glyph } from '../geometry/glyph.ts';
import { boxOf, identity, multiply, type Matrix } from '../geometry/matrix.ts';

type Numbers = readonly number[];

/** A character as pdf.js provides it. */
export interface FontGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: Numbers;
}

/** Text rendering modes that draw nothing, and modes that only stroke. */
const [invisible, onlyClip] = [3, 7];
const strokeModes = new Set([1, 5]);
/** Minimum opacity; ink below it is not visible. */
export const minOpacity = 0.05;

/** Applies an operator that sets the position or appearance of text; other operators change nothing. */
export function placeText(state: GraphicsState, code: number, args: readonly unknown[]): void {
  const [first, second] = args as Numbers;
  switch (code) {
    case OPS.beginText:
      state.text = identity;
      state.x = state.y = state.lineX = state.lineY = 0;
      return;
    case OPS.setTextMatrix:
      state.text = args[0] as Matrix;
      state.x = state.y = state.lineX = state.lineY = 0;
      return;
    case OPS.moveText:
    case OPS.setLeadingMoveText:
      if (code === OPS.setLeadingMoveText) state.leading = second!;
      state.x = state.lineX += first!;
      state.y = state.lineY += second!;
      return;
    case OPS.setLeading:
      state.leading = -first!;
      return;
    case OPS.nextLine:
      state.x = state.lineX;
      state.y = state.lineY += state.leading;
      return;
    case OPS.setCharSpacing:
      state.charSpacing = first!;
      return;
    case OPS.setWordSpacing:
      state.wordSpacing = first!;
      return;
    case OPS.setHScale:
      state.scale = first! / 100;
      return;
    case OPS.setTextRise:
      state.rise = first!;
      return;
    case OPS.setTextRenderingMode:
      state.mode = first!;
      return;
  }
}

/** The context of a stroke of text. */
interface Stroke {
  readonly order: number;
  readonly annotation: string | undefined;
  readonly isShown: boolean;
  readonly artifact: boolean;
}

/** The characters that a stroke of text draws. Moves the state to the end of the stroke. */
export function placeGlyphs(
  state: GraphicsState,
  glyphs: readonly (number | FontGlyph)[],
  { order, annotation, isShown, artifact }: Stroke,
): Glyph[] {
  const { font, size, mode, clip } = state;
  if (!font || size === 0 || !state.text) return [];
  const whole = multiply(state.matrix, state.text);
  const scale = state.scale * (size < 0 ? -1 : 1);
  const height = Math.abs(size);
  const [isStroke, advanceScale] = [strokeModes.has(mode), height * font.fontMatrix[0]!];
  const alpha = (isStroke ? state.strokeAlpha : state.fillAlpha) * state.outerAlpha;
  const hidden = alpha <= minOpacity || !isShown;
  const isGhost = mode === invisible || mode === onlyClip;
  const colour = isStroke ? state.stroke : state.fill;
  const drawn: Glyph[] = [];
  let blankBefore = false;
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      if (font.vertical) state.y += (-glyph * height) / 1000;
      else state.x -= (glyph * height * scale) / 1000;
      continue;
    }
    const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing;
    const width = glyph.width * advanceScale;
    const along: Matrix = [scale, 0, 0, size < 0 ? -1 : 1, state.x, state.y + state.rise];
    if (font.vertical) state.y -= ((glyph.vmetric?.[0] ?? -1000) * -height) / 1000 + spacing;
    else state.x += (width + spacing) * scale;
    if (glyph.unicode.trim() === '') {
      blankBefore ||= glyph.unicode !== '' && glyph.width > 0;
      continue;
    }
    const matrix = multiply(whole, along);
    const at = font.vertical ? multiply(matrix, [1, 0, 0, 1, -height / 2, -height]) : matrix;
    const box = boxOf(at, 0, 0, Math.max(width, height * 0.05), height);
    drawn.push({
      ...box,
      text: normaliseRadicals(glyph.unicode),
      order,
      direction: (Math.atan2(matrix[1]!, matrix[0]!) * 180) / Math.PI,
      colour,
      inkless: isGhost || hidden || !isWithin(clip, box),
      ghost: isGhost && !hidden && isWithin(clip, box),
      blankBefore,
      annotation,
      artifact,
    });
    blankBefore = false;
  }
  return drawn;
}

function isWithin(clip: Box, { x, y, width, height }: Box): boolean {
  const [left, top] = [x + width / 2, y + height / 2];
  return (
    left >= clip.x - width &&
    left <= clip.x + clip.width + width &&
    top >= clip.y - height &&
    top <= clip.y + clip.height + height
  );
}
