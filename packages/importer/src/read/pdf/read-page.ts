import type { OptionalContentConfig } from 'pdfjs-dist/types/src/display/optional_content_config.js';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { limits } from '../../source/limits.ts';
import { note, type ImportNote } from '../../source/note.ts';
import { Refusal } from '../../source/refusal.ts';
import { withAnnotations, withKnownPictures } from './annotations.ts';
import { withoutCopies, type SeenGlyph } from './copies.ts';
import { drawingOf, type DrawingSource } from './drawing.ts';
import type { Font } from './drawing-state.ts';
import { pageItems, type PageItem } from './page.ts';
import { withoutStrikes } from './struck.ts';
import { quarterOf, standing, turned } from './turned.ts';
import { ghostsOf, visibleGlyphs } from './visible.ts';
import { withoutWatermarks } from './watermarks.ts';

/** A page as it was read. */
export interface Page {
  readonly items: readonly PageItem[];
  /** Pictures and no text that can be seen: most likely scanned. */
  readonly isPicture: boolean;
  /** Text that cannot be seen, such as a recognised layer under a scan. */
  readonly hasUnseenText: boolean;
}

/** Reads what can be seen on a page. @throws Refusal where it holds too much */
export async function readPage(page: PDFPageProxy, number: number, layers: OptionalContentConfig): Promise<Page> {
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const source = await sourceOf(page, layers);
  let frame = turned(transform, width, height, 0);
  let drawing = drawingOf(source, frame.matrix);
  if (drawing.glyphs.length > limits.characters / 10)
    throw new Refusal('too-large', 'PDF 的文字太多，不像是一份年度报告。', '单独一份年度报告');
  const quarter = quarterOf(drawing.glyphs.filter(({ inkless }) => !inkless));
  if (quarter !== 0) {
    frame = turned(transform, width, height, quarter);
    drawing = drawingOf(source, frame.matrix);
  }
  const { glyphs, contradicted } = await withAnnotations(page, drawing.glyphs, frame.matrix);
  const areas = withKnownPictures(page, drawing.areas);
  page.cleanup();
  const visible = visibleGlyphs(glyphs, areas, { x: 0, y: 0, width: frame.width, height: frame.height });
  const ghosts = ghostsOf(glyphs, visible, drawing.hasPictures);
  const content = [...withoutWatermarks(visible, drawing.rules), ...ghosts];
  const seen: SeenGlyph[] = withoutCopies(content.filter((glyph) => standing(glyph) !== 'slanted'));
  for (const glyph of seen)
    if (glyph.annotation !== undefined && contradicted.has(glyph.annotation)) glyph.clash = true;
  const rules = withoutStrikes(seen, drawing.rules);
  return {
    items: pageItems({ number, height: frame.height, glyphs: seen, rules, boxOnPage: frame.boxOnPage }),
    isPicture: seen.length === 0 && drawing.hasPictures,
    hasUnseenText: seen.length === 0 && glyphs.length > 0,
  };
}

async function sourceOf(page: PDFPageProxy, layers: OptionalContentConfig): Promise<DrawingSource> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const fonts = new Map<string, Font>();
  return {
    fnArray,
    argsArray,
    isShown: (layer) => layer === null || layer === undefined || layers.isVisible(layer),
    fontOf: (name) => {
      let font = fonts.get(name);
      if (!font) {
        const { fontMatrix, vertical } = page.commonObjs.get(name) as Partial<Font>;
        fonts.set(name, (font = { fontMatrix: fontMatrix ?? [0.001, 0, 0, 0.001, 0, 0], vertical: vertical === true }));
      }
      return font;
    },
  };
}

/** What is to be said of pages that are pictures. */
export function pageNotes(pages: readonly Page[]): ImportNote[] {
  const numbers = pages.flatMap(({ isPicture }, index) => (isPicture ? [index + 1] : []));
  if (numbers.length === 0) return [];
  const layer = pages.some(({ isPicture, hasUnseenText }) => isPicture && hasUnseenText)
    ? '图片下看不见的识别文字不一定可靠，也没有读入。'
    : '';
  return [
    note(
      'page-without-text',
      'warning',
      `第 ${numbers.join('、')} 页没有文字，可能是扫描的图片，其中的内容没有读入。${layer}`,
    ),
  ];
}
