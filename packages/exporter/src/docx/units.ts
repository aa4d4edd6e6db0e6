import { page, typeAreaWidth } from '../document/page-layout.ts';

/** Millimetres as twentieths of a point. */
export function fromMillimetres(length: number): number {
  return Math.round((length * 1440) / 25.4);
}

/** Points as half points, in which sizes of type are given. */
export function halfPoints(size: number): number {
  return Math.round(size * 2);
}

/** Points as twentieths of a point. */
export function fromPoints(length: number): number {
  return Math.round(length * 20);
}

/** Width of the type area in twentieths of a point. */
export const bodyWidth = fromMillimetres(typeAreaWidth);

/** First-line indent of two characters. */
export const indent = fromPoints(page.indent);
