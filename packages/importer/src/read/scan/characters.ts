import type { InkComponent } from './ink.ts';
import type { PixelBox } from './raster.ts';

/** The ink of a cell, and the number of adjacent characters if the cell can only hold a figure. */
export interface CellInk {
  readonly box: PixelBox;
  /** Set if the cell is one line of characters narrower than Chinese ones: digits, points, dashes. */
  readonly characters?: number;
}

/** Ink smaller than this share of an inch, squared, is dirt. */
const speck = 0.0045;
/** A digit is narrower than this share of its height; a Chinese character is not. */
const narrow = 0.82;
/** A plus or minus sign is lower than this share of the digits' height. */
const low = 0.92;

// Remains of a ruling: its thickness and its distance from the edge in inches, and its share of the edge.
const [ruling, edge, along] = [0.04, 0.06, 0.75];

/** The content of a cell by its pieces of ink; undefined if the cell is empty. */
export function cellInk(blobs: readonly InkComponent[], within: PixelBox, dpi: number): CellInk | undefined {
  const pieces = blobs.filter(({ area }) => area > (speck * dpi) ** 2 * 4).filter(isNoRuling(within, dpi));
  if (pieces.length === 0) return undefined;
  const box = around(pieces);
  const tallest = Math.max(...pieces.map(({ top, bottom }) => bottom - top));
  if (box.bottom - box.top > tallest * 1.45) return { box };
  const segments = sideBySide(pieces);
  const isFigure = segments.every((segment) => {
    const [wide, high] = [segment.right - segment.left, segment.bottom - segment.top];
    // A dash is flat; a sign before digits is as wide as they are high, and lower.
    const isSign = segment === segments[0] && segments.length > 1 && wide <= tallest && high <= tallest * low;
    return wide <= tallest * narrow || isSign || (segments.length === 1 && high < wide * 0.3);
  });
  return isFigure ? { box, characters: segments.length } : { box };
}

/** False for remains of a ruling, which lie along the edge of the cell and are nearly as long. */
function isNoRuling(within: PixelBox, dpi: number): (piece: PixelBox) => boolean {
  const [wide, high] = [within.right - within.left, within.bottom - within.top];
  const [thin, near] = [ruling * dpi, edge * dpi];
  return ({ left, top, right, bottom }) => {
    const isUpright = right - left <= thin && bottom - top >= high * along;
    const isLevel = bottom - top <= thin && right - left >= wide * along;
    return !(
      (isUpright && (left - within.left <= near || within.right - right <= near)) ||
      (isLevel && (top - within.top <= near || within.bottom - bottom <= near))
    );
  };
}

/** Merges pieces that are one above another. */
function sideBySide(pieces: readonly InkComponent[]): PixelBox[] {
  const segments: PixelBox[] = [];
  for (const piece of pieces.toSorted((a, b) => a.left - b.left)) {
    const last = segments.at(-1);
    if (last && piece.left < last.right - 1) segments[segments.length - 1] = around([last, piece]);
    else segments.push(piece);
  }
  return segments;
}

export function around(boxes: readonly PixelBox[]): PixelBox {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
