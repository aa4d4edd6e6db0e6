import type { Box } from '../../../source/place.ts';
import type { Colour } from '../geometry/glyph.ts';
import { identity, type Matrix } from '../geometry/matrix.ts';

/** The properties of a font that are needed to place its characters. */
export interface Font {
  readonly fontMatrix: ArrayLike<number>;
  readonly vertical: boolean;
}

/** The part of a page's graphics state that determines where text is and whether it is visible. */
export interface GraphicsState {
  matrix: Matrix;
  clip: Box;
  text: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  leading: number;
  font: Font | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  /** Horizontal scaling, 1 for none. */
  scale: number;
  rise: number;
  /** Text rendering mode. */
  mode: number;
  fill: Colour;
  stroke: Colour;
  fillAlpha: number;
  strokeAlpha: number;
  /** Opacity of the enclosing groups. */
  outerAlpha: number;
  /** True if the ink blends with the layers beneath it. */
  blends: boolean;
  masked: boolean;
}

const everywhere: Box = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 };

export function initialState(matrix: Matrix): GraphicsState {
  return {
    matrix,
    clip: everywhere,
    text: identity,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
    leading: 0,
    font: undefined,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    rise: 0,
    mode: 0,
    fill: [0, 0, 0],
    stroke: [0, 0, 0],
    fillAlpha: 1,
    strokeAlpha: 1,
    outerAlpha: 1,
    blends: false,
    masked: false,
  };
}
