import './without-canvas.ts';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, OPS, VerbosityLevel, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { SourceBlock, SourceDocument, SourceText } from '../../source/document.ts';
import { limits } from '../../source/limits.ts';
import { note, type ImportNote } from '../../source/note.ts';
import type { Place } from '../../source/place.ts';

import { mendRadicals } from '../../source/radicals.ts';
import { Refusal } from '../../source/refusal.ts';
import { around, type Word } from './box.ts';
import type { TextLine } from './lines.ts';
import { pageItems, type PageItem } from './page.ts';
import { goesOn, marginsOf } from './paragraphs.ts';
import { apply, rulesOf, type DrawingCodes } from './rules.ts';

const mostPages = 100;
const pictures = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
/** Tables of character codes for fonts that name a standard one. */
const characterMaps = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps/');

const drawing: DrawingCodes = {
  save: OPS.save,
  restore: OPS.restore,
  transform: OPS.transform,
  constructPath: OPS.constructPath,
  stroking: new Set([
    OPS.stroke,
    OPS.closeStroke,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ]),
  filling: new Set([
    OPS.fill,
    OPS.eoFill,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ]),
};

/**
 * Reads a PDF with text: tables by their rulings, paragraphs by their margins. Scripts in it are not run.
 * It sets no limit on time or memory itself: run it where it can be ended.
 * @throws Refusal
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  const task = getDocument({
    // pdf.js takes the buffer away from its owner, and no Buffer.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    cMapUrl: characterMaps,
    cMapPacked: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    if (document.numPages > mostPages)
      throw new Refusal(
        'too-large',
        `PDF 有 ${document.numPages} 页，不像是一份年度报告。`,
        `不超过 ${mostPages} 页的报告`,
      );
    const pages: Page[] = [];
    for (let number = 1; number <= document.numPages; number++)
      pages.push(await readPage(await document.getPage(number), number));
    const blocks = blocksOf(pages.map(({ items }) => items));
    if (blocks.length === 0)
      throw new Refusal('no-text', 'PDF 里没有文字，可能是扫描的图片。', '能选中文字的 PDF，或者报告的 Word 文件');
    return { blocks, notes: pictureNotes(pages) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof Error && error.name === 'PasswordException')
      throw new Refusal('encrypted', 'PDF 设有打开密码，不能读取。请去掉密码后再上传。', '没有密码的文件');
    throw new Refusal('damaged', 'PDF 已损坏，不能读取。', '能正常打开的 PDF');
  } finally {
    await task.destroy();
  }
}

interface Page {
  readonly items: PageItem[];
  /** Pictures and no text: most likely scanned. */
  readonly isPicture: boolean;
}

function pictureNotes(pages: readonly Page[]): ImportNote[] {
  const numbers = pages.flatMap(({ isPicture }, index) => (isPicture ? [index + 1] : []));
  return numbers.length === 0
    ? []
    : [
        note(
          'page-without-text',
          'warning',
          `第 ${numbers.join('、')} 页没有文字，可能是扫描的图片，其中的内容没有读入。`,
        ),
      ];
}

async function readPage(page: PDFPageProxy, number: number): Promise<Page> {
  const { transform, height } = page.getViewport({ scale: 1 });
  const [content, operators] = [await page.getTextContent(), await page.getOperatorList()];
  const words = content.items.flatMap((item): Word[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [x, y] = apply(transform, item.transform[4] as number, item.transform[5] as number);
    const size = Math.hypot(item.transform[2] as number, item.transform[3] as number);
    return [{ text: mendRadicals(item.str), x, y: y - size, width: item.width, height: size }];
  });
  if (words.length > limits.lines)
    throw new Refusal('too-large', 'PDF 的文字太多，不像是一份年度报告。', '单独一份年度报告');
  page.cleanup();
  return {
    items: pageItems(words, rulesOf(operators, transform, drawing), number, height),
    isPicture: words.length === 0 && operators.fnArray.some((code) => pictures.has(code)),
  };
}

/** Pages as blocks; a paragraph goes on over lines and pages. */
function blocksOf(pages: readonly (readonly PageItem[])[]): SourceBlock[] {
  const margins = marginsOf(pages.flat().flatMap((item) => (item.type === 'line' ? [item.line] : [])));
  const blocks: SourceBlock[] = [];
  let before: TextLine | undefined;
  pages.forEach((items, index) => {
    for (const item of items) {
      if (item.type === 'grid') {
        blocks.push(item.grid);
        before = undefined;
        continue;
      }
      const { line } = item;
      const last = blocks.at(-1);
      if (before && last?.type === 'text' && goesOn(before, line, margins))
        blocks[blocks.length - 1] = longer(last, line);
      else
        blocks.push({
          type: 'text',
          text: line.text.trim(),
          extent: 'paragraph',
          place: { type: 'page', page: index + 1, box: around([line]) },
        });
      before = line;
    }
  });
  return blocks;
}

function longer(text: SourceText, line: TextLine): SourceText {
  return { ...text, text: text.text + line.text.trim(), place: extended(text.place, line) };
}

/** The place of a paragraph that goes on: its first page's part, as far as it is the same page. */
function extended(place: Place, line: TextLine): Place {
  return place.type === 'page' && line.y > place.box.y ? { ...place, box: around([place.box, line]) } : place;
}
