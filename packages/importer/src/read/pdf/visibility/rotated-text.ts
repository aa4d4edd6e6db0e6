import type { Box } from '../../../source/place.ts';
import type { Glyph } from '../geometry/glyph.ts';
import { multiply, type Matrix } from '../geometry/matrix.ts';

/** Maximum rotation in degrees of text that counts as upright. */
const slack = 5;

/** The orientation of text on a page: upright, rotated by a quarter turn, or at another angle. */
export function standing({ direction }: Pick<Glyph, 'direction'>): 'upright' | 'quarter' | 'slanted' {
  if (Math.abs(direction) <= slack) return 'upright';
  const off = Math.abs(direction) % 90;
  return off <= slack || off >= 90 - slack ? 'quarter' : 'slanted';
}

/** The clockwise quarter turns, 0 to 3, in which most of a page's text is written. */
export function dominantQuarterTurn(glyphs: readonly Glyph[]): number {
  const counts = [0, 0, 0, 0];
  for (const { direction } of glyphs) {
    const turns = direction / 90;
    const nearest = Math.round(turns);
    if (Math.abs(turns - nearest) * 90 <= slack) counts[(nearest + 4) % 4]!++;
  }
  return counts.indexOf(Math.max(...counts));
}

/** A page whose text was rotated to be upright, with a conversion to positions on the original page. */
export interface Turned {
  readonly matrix: Matrix;
  readonly width: number;
  readonly height: number;
  boxOnPage(box: Box): Box;
}

export function turned(matrix: Matrix, width: number, height: number, quarter: number): Turned {
  if (quarter === 1)
    return {
      matrix: multiply([0, -1, 1, 0, 0, width], matrix),
      width: height,
      height: width,
      boxOnPage: (box) => ({ x: width - box.y - box.height, y: box.x, width: box.height, height: box.width }),
    };
  if (quarter === 3)
    return {
      matrix: multiply([0, 1, -1, 0, height, 0], matrix),
      width: height,
      height: width,
      boxOnPage: (box) => ({ x: box.y, y: height - box.x - box.width, width: box.height, height: box.width }),
    };
  if (quarter === 2)
    return {
      matrix: multiply([-1, 0, 0, -1, width, height], matrix),
      width,
      height,
      boxOnPage: (box) => ({
        x: width - box.x - box.width,
        y: height - box.y - box.height,
        width: box.width,
        height: box.height,
      }),
    };
  return { matrix, width, height, boxOnPage: (box) => box };
}
