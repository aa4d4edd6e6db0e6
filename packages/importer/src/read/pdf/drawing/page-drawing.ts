import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../../../source/place.ts';
import type { Rules } from '../geometry/box.ts';
import type { Area, Colour, Glyph } from '../geometry/glyph.ts';
import { boxOf, multiply, type Matrix } from '../geometry/matrix.ts';
import { RulingCollector, subpaths } from './ruling-lines.ts';
import { initialState, type GraphicsState, type Font } from './graphics-state.ts';
import { minOpacity, placeGlyphs, placeText, type FontGlyph } from './text-operators.ts';

/** The drawing of a page in drawing order, in points from the upper left. */
export interface Drawing {
  readonly glyphs: readonly Glyph[];
  readonly areas: readonly Area[];
  readonly rules: Rules;
  readonly hasPictures: boolean;
}

export interface DrawingSource {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
  /** The font that an operator refers to. */
  fontOf(name: string): Font;
  /** True if an optional content layer is visible. */
  isShown(layer: unknown): boolean;
}

type Numbers = readonly number[];

const stroking = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke]).add(
  OPS.closeEOFillStroke,
);
const filling = new Set([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke]).add(
  OPS.closeEOFillStroke,
);
const maxAreas = 20_000;

/** Interprets the operators of a page as a renderer does, and records what is drawn at which position. */
export function interpretOperators(source: DrawingSource, page: Matrix): Drawing {
  const walker = new OperatorInterpreter(source, page);
  source.fnArray.forEach((code, order) =>
    walker.step(code, (source.argsArray[order] ?? []) as readonly unknown[], order),
  );
  return walker;
}

class OperatorInterpreter implements Drawing {
  readonly glyphs: Glyph[] = [];
  readonly areas: Area[] = [];
  readonly rules = new RulingCollector();
  hasPictures = false;

  readonly #source: DrawingSource;
  readonly #page: Matrix;
  readonly #stack: GraphicsState[] = [];
  /** For each open marked-content sequence: whether its content is visible, and whether it is an artifact. */
  readonly #marks: { readonly shown: boolean; readonly artifact: boolean }[] = [];
  #state: GraphicsState;
  #pendingClip = false;
  #annotation: string | undefined;

  constructor(source: DrawingSource, page: Matrix) {
    this.#source = source;
    this.#page = page;
    this.#state = initialState(page);
  }

  step(code: number, args: readonly unknown[], order: number): void {
    const state = this.#state;
    const [first, second] = args as Numbers;
    switch (code) {
      case OPS.save:
        return this.#save();
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endGroup:
        return this.#restore();
      case OPS.transform:
        state.matrix = multiply(state.matrix, args as Numbers);
        return;
      case OPS.paintFormXObjectBegin: {
        const [matrix, box] = args as [Matrix | null, Numbers | null];
        this.#save();
        if (matrix) this.#state.matrix = multiply(this.#state.matrix, matrix);
        if (box) this.#clip(boxOf(this.#state.matrix, box[0]!, box[1]!, box[2]!, box[3]!));
        return;
      }
      case OPS.beginGroup:
        this.#save();
        this.#state.outerAlpha *= state.fillAlpha;
        this.#state.fillAlpha = this.#state.strokeAlpha = 1;
        return;
      case OPS.beginAnnotation: {
        const [id, rect, transform, matrix] = args as [string, Numbers | null, Matrix, Matrix];
        this.#stack.length = 0;
        this.#annotation = id;
        this.#state = initialState(this.#page);
        if (rect) this.#clip(boxOf(this.#page, rect[0]!, rect[1]!, rect[2]!, rect[3]!));
        this.#state.matrix = multiply(multiply(this.#page, transform), matrix);
        return;
      }
      case OPS.endAnnotation:
        this.#annotation = undefined;
        this.#state = initialState(this.#page);
        return;
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        this.#marks.push({
          shown: args[0] !== 'OC' || this.#source.isShown(args[1]),
          artifact: (args[0] as { name?: string } | undefined)?.name === 'Artifact' || args[0] === 'Artifact',
        });
        return;
      case OPS.endMarkedContent:
        this.#marks.pop();
        return;
      case OPS.setGState:
        return this.#setGraphics(first as unknown as readonly (readonly [string, unknown])[]);
      case OPS.setFillRGBColor:
        state.fill = colourOf(args[0]);
        return;
      case OPS.setStrokeRGBColor:
        state.stroke = colourOf(args[0]);
        return;
      case OPS.setFillColorN:
      case OPS.setFillTransparent:
        state.fill = undefined;
        return;
      case OPS.setStrokeColorN:
      case OPS.setStrokeTransparent:
        state.stroke = undefined;
        return;
      case OPS.clip:
      case OPS.eoClip:
        this.#pendingClip = true;
        return;
      case OPS.constructPath:
        return this.#path(args as unknown as [number, [ArrayLike<number> | null], Numbers | null], order);
      case OPS.shadingFill:
        return this.#area({ ...state.clip }, order, undefined, false);
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
      case OPS.paintImageXObjectRepeat:
      case OPS.paintInlineImageXObjectGroup:
        return this.#picture(code, args, order);
      case OPS.setFont:
        this.#setFont(args[0] as string, second!);
        return;
      case OPS.showText:
        return this.#text(args[0] as readonly (number | FontGlyph)[], order);
      default:
        placeText(state, code, args);
    }
  }

  #save(): void {
    this.#stack.push({ ...this.#state });
  }

  #restore(): void {
    this.#state = this.#stack.pop() ?? this.#state;
  }

  #clip(box: Box): void {
    this.#state.clip = intersection(this.#state.clip, box);
  }

  #setFont(name: string, size: number): void {
    this.#state.font = this.#source.fontOf(name);
    this.#state.size = size;
  }

  #setGraphics(values: readonly (readonly [string, unknown])[]): void {
    for (const [key, value] of values) {
      if (key === 'ca') this.#state.fillAlpha = value as number;
      else if (key === 'CA') this.#state.strokeAlpha = value as number;
      else if (key === 'BM') this.#state.blends = value !== 'source-over';
      else if (key === 'SMask') this.#state.masked = value !== false;
      else if (key === 'Font') this.#setFont(...(value as [string, number]));
    }
  }

  get #isShown(): boolean {
    return this.#marks.every(({ shown }) => shown);
  }

  #path([paint, [path], extent]: [number, [ArrayLike<number> | null], Numbers | null], order: number): void {
    const { matrix, fill, clip, fillAlpha } = this.#state;
    const isClip = this.#pendingClip;
    this.#pendingClip = false;
    const box = extent ? boxOf(matrix, extent[0]!, extent[1]!, extent[2]!, extent[3]!) : undefined;
    if (path && this.#isShown) {
      if (stroking.has(paint)) this.rules.stroke(path, matrix);
      if (filling.has(paint)) {
        this.rules.fill(path, matrix);
        if (box && box.width > 3 && box.height > 3 && fillAlpha > minOpacity)
          this.#area(intersection(box, clip), order, fill, isRectangle(path, matrix));
      }
    }
    if (isClip && box) this.#clip(box);
  }

  #area(box: Box, order: number, colour: Colour, exact: boolean, picture?: string): void {
    if (this.areas.length >= maxAreas) return;
    const { fillAlpha, outerAlpha, blends, masked } = this.#state;
    const opaque = exact && fillAlpha * outerAlpha > 0.99 && !blends && !masked;
    this.areas.push({ ...box, order, colour, opaque, ...(picture === undefined ? {} : { picture }) });
  }

  #picture(code: number, args: readonly unknown[], order: number): void {
    if (!this.#isShown) return;
    this.hasPictures = true;
    const box = intersection(boxOf(this.#state.matrix, 0, 0, 1, 1), this.#state.clip);
    const isWhole = code === OPS.paintImageXObject;
    const repeated = code === OPS.paintImageXObjectRepeat || code === OPS.paintInlineImageXObjectGroup;
    this.#area(repeated ? this.#state.clip : box, order, undefined, isWhole, isWhole ? (args[0] as string) : undefined);
  }

  #text(glyphs: readonly (number | FontGlyph)[], order: number): void {
    const marked = { isShown: this.#isShown, artifact: this.#marks.some(({ artifact }) => artifact) };
    const stroke = { order, annotation: this.#annotation, ...marked };
    for (const glyph of placeGlyphs(this.#state, glyphs, stroke)) this.glyphs.push(glyph);
  }
}

function intersection(a: Box, b: Box): Box {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y),
  };
}

function colourOf(hex: unknown): Colour {
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(String(hex));
  return match ? [parseInt(match[1]!, 16), parseInt(match[2]!, 16), parseInt(match[3]!, 16)] : undefined;
}

/** True if a path is a single rectangle parallel to the axes. */
function isRectangle(path: ArrayLike<number>, matrix: Matrix): boolean {
  const [points = [], another] = subpaths(path, matrix);
  const xs = new Set(points.map(([x]) => Math.round(x * 10)));
  const ys = new Set(points.map(([, y]) => Math.round(y * 10)));
  return another === undefined && points.length >= 4 && xs.size === 2 && ys.size === 2;
}
