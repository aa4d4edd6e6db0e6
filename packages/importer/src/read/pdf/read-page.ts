import type { OptionalContentConfig } from 'pdfjs-dist/types/src/display/optional_content_config.js';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { limits } from '../../source/limits.ts';
import { note, type ImportNote } from '../../source/note.ts';
import { Refusal } from '../../source/refusal.ts';
import { addAnnotationText, resolvePictureOpacity } from './drawing/annotations.ts';
import { removeOverprints, type SeenGlyph } from './visibility/overprinted-glyphs.ts';
import { interpretOperators, type DrawingSource } from './drawing/page-drawing.ts';
import type { Font } from './drawing/graphics-state.ts';
import { extractPageItems, type PageItem } from './layout/page-items.ts';
import { removeStruckOutText } from './visibility/struck-out-text.ts';
import { dominantQuarterTurn, standing, turned } from './visibility/rotated-text.ts';
import { recoverInvisibleText, visibleGlyphs } from './visibility/visible-glyphs.ts';
import { removeWatermarks } from './visibility/watermarks.ts';

/** The content of a page. */
export interface Page {
  readonly items: readonly PageItem[];
  /** True if the page has pictures and no visible text, so that it is most likely scanned. */
  readonly isPicture: boolean;
  /** True if the page has invisible text, such as an OCR layer under a scan. */
  readonly hasUnseenText: boolean;
}

/** Reads the visible content of a page. @throws Refusal if the page exceeds the limits */
export async function readPage(page: PDFPageProxy, number: number, layers: OptionalContentConfig): Promise<Page> {
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const source = await sourceOf(page, layers);
  let frame = turned(transform, width, height, 0);
  let drawing = interpretOperators(source, frame.matrix);
  if (drawing.glyphs.length > limits.characters / 10)
    throw new Refusal('too-large', 'PDF 的文字太多，不像是一份年度报告。', '单独一份年度报告');
  const quarter = dominantQuarterTurn(drawing.glyphs.filter(({ inkless }) => !inkless));
  if (quarter !== 0) {
    frame = turned(transform, width, height, quarter);
    drawing = interpretOperators(source, frame.matrix);
  }
  const { glyphs, contradicted } = await addAnnotationText(page, drawing.glyphs, frame.matrix);
  const areas = resolvePictureOpacity(page, drawing.areas);
  page.cleanup();
  const visible = visibleGlyphs(glyphs, areas, { x: 0, y: 0, width: frame.width, height: frame.height });
  const ghosts = recoverInvisibleText(glyphs, visible, drawing.hasPictures);
  const content = [...removeWatermarks(visible, drawing.rules), ...ghosts];
  const seen: SeenGlyph[] = removeOverprints(content.filter((glyph) => standing(glyph) !== 'slanted'));
  for (const glyph of seen)
    if (glyph.annotation !== undefined && contradicted.has(glyph.annotation)) glyph.clash = true;
  const rules = removeStruckOutText(seen, drawing.rules);
  return {
    items: extractPageItems({ number, height: frame.height, glyphs: seen, rules, boxOnPage: frame.boxOnPage }),
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

/** Notes about pages that are pictures. */
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
