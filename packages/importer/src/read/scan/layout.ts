import { ruledTables } from '../pdf/layout/ruled-tables.ts';
import type { Rule } from '../pdf/geometry/box.ts';
import type { Box } from '../../source/place.ts';
import { cellInk } from './characters.ts';
import { connectedComponents, binarise, type Ink } from './ink.ts';
import { toPgm } from './pgm.ts';
import { crop, despeckled, padded, rotated, scaled, type PixelBox, type Raster } from './raster.ts';
import { findRulings } from './rulings.ts';
import { measureSkew } from './skew.ts';

/**
 * A table cell in a picture. `figure` and `text` are indices of the images to be recognised; an empty cell has neither.
 */
export interface ScannedCell {
  readonly row: number;
  readonly colspan: number;
  readonly rowspan: number;
  readonly box: Box;
  readonly figure?: number;
  /** Number of adjacent characters in a figure. */
  readonly characters?: number;
  readonly text?: number;
}

export type ScannedBlock =
  | { readonly type: 'table'; readonly rows: number; readonly cells: readonly ScannedCell[] }
  /** Running text: the index of its image, its box on the page, and the points per pixel. */
  | { readonly type: 'text'; readonly text: number; readonly box: Box; readonly scale: number };

/** The layout of a page found in its picture, from top to bottom, with positions in points from the upper left. */
export interface ScannedPage {
  readonly blocks: readonly ScannedBlock[];
}

/** Images as PGM files: each figure twice, prepared in two ways, and texts. */
export interface PageImages {
  readonly figures: readonly Uint8Array[];
  readonly figuresAgain: readonly Uint8Array[];
  readonly texts: readonly Uint8Array[];
}

export interface PageLayout {
  readonly page: ScannedPage;
  readonly images: PageImages;
}

/** Heights of digits, in pixels, at which recognition works best. */
const [digits, digitsAgain] = [32, 44];
/** Width in pixels of the white margin around each image. */
export const margin = 14;
/** Dots per inch of images with words. */
const characters = 300;
/**
 * Inset in inches of the area that is read inside the rulings of a cell, and minimum height of a line of text in
 * inches.
 */
const [inset, minTextHeight] = [0.016, 0.05];

/** Finds tables, cells and running text in the picture of a page. */
export function analyseLayout(picture: Raster, dpi: number): PageLayout {
  const radius = Math.round(dpi / 8);
  const skew = measureSkew(binarise(picture, radius));
  const page = rotated(picture, -skew);
  const ink = binarise(page, radius);
  const scale = 72 / dpi;
  const rules = findRulings(page, dpi);
  const points = ({ at, from, to }: Rule): Rule => ({ at: at * scale, from: from * scale, to: to * scale });
  const tables = ruledTables({ level: rules.level.map(points), upright: rules.upright.map(points) });
  const images = { figures: [] as Uint8Array[], figuresAgain: [] as Uint8Array[], texts: [] as Uint8Array[] };
  const blocks: ScannedBlock[] = [];
  let y = 0;
  const textUntil = (end: number) => {
    const box = inkWithin(ink, {
      left: 0,
      top: Math.round(y / scale),
      right: page.width,
      bottom: Math.round(end / scale),
    });
    if (!box || box.bottom - box.top < minTextHeight * dpi) return;
    blocks.push({ type: 'text', text: images.texts.length, box: inPoints(box, scale), scale: 72 / characters });
    images.texts.push(toPgm(padded(scaled(crop(page, box), characters / dpi), margin)));
  };
  for (const table of tables.toSorted((a, b) => a.box.y - b.box.y)) {
    textUntil(table.box.y - 1);
    y = table.box.y + table.box.height + 1;
    blocks.push({
      type: 'table',
      rows: table.rows,
      cells: table.cells.map(({ row, colspan, rowspan, box }) => {
        const cell = { row, colspan, rowspan, box };
        const inner = inPixels(box, scale, inset * dpi);
        const found = cellInk(connectedComponents(ink, inner), inner, dpi);
        if (!found) return cell;
        const part = crop(page, grown(found.box, 2));
        if (found.characters === undefined) {
          images.texts.push(toPgm(padded(scaled(part, characters / dpi), margin)));
          return { ...cell, text: images.texts.length - 1 };
        }
        const height = Math.max(found.box.bottom - found.box.top, dpi / 16);
        images.figures.push(toPgm(padded(scaled(part, digits / height), margin)));
        images.figuresAgain.push(toPgm(padded(scaled(despeckled(part), digitsAgain / height), margin)));
        return { ...cell, figure: images.figures.length - 1, characters: found.characters };
      }),
    });
  }
  textUntil(page.height * scale);
  return { page: { blocks }, images };
}

function inkWithin(ink: Ink, within: PixelBox): PixelBox | undefined {
  const rows: number[] = [];
  let [left, right] = [within.right, 0];
  for (let y = within.top; y < within.bottom; y++) {
    let count = 0;
    for (let x = within.left; x < within.right; x++)
      if (ink.data[y * ink.width + x]) {
        count++;
        if (x < left) left = x;
        if (x > right) right = x;
      }
    if (count > 2) rows.push(y);
  }
  return rows.length === 0 ? undefined : { left, top: rows[0]!, right: right + 1, bottom: rows.at(-1)! + 1 };
}

function inPixels({ x, y, width, height }: Box, scale: number, inset: number): PixelBox {
  return {
    left: Math.round(x / scale + inset),
    top: Math.round(y / scale + inset),
    right: Math.round((x + width) / scale - inset),
    bottom: Math.round((y + height) / scale - inset),
  };
}

function inPoints({ left, top, right, bottom }: PixelBox, scale: number): Box {
  return { x: left * scale, y: top * scale, width: (right - left) * scale, height: (bottom - top) * scale };
}

function grown({ left, top, right, bottom }: PixelBox, by: number): PixelBox {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}
