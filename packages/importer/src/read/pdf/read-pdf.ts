import './without-canvas.ts';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { SourceBlock, SourceDocument, SourceText } from '../../source/document.ts';
import type { Box, Place } from '../../source/place.ts';
import { Refusal } from '../../source/refusal.ts';
import { around } from './geometry/box.ts';
import type { TextLine } from './layout/text-lines.ts';
import type { PageItem } from './layout/page-items.ts';
import { pageNotes, readPage, type Page } from './read-page.ts';
import { goesOn, measureMargins } from './layout/paragraphs.ts';

const maxPages = 100;
/** Character maps for fonts that refer to a predefined one. */
const characterMaps = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps/');

/**
 * Reads a PDF with text: tables by their rulings, paragraphs by their margins. Scripts in it are not run. It does not
 * limit its time or memory: run it in a process that can be ended.
 * @throws Refusal
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  const task = getDocument({
    // pdf.js transfers the buffer and does not accept a Node Buffer.
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
    if (document.numPages > maxPages)
      throw new Refusal(
        'too-large',
        `PDF 有 ${document.numPages} 页，不像是一份年度报告。`,
        `不超过 ${maxPages} 页的报告`,
      );
    const layers = await document.getOptionalContentConfig();
    const pages: Page[] = [];
    for (let number = 1; number <= document.numPages; number++)
      pages.push(await readPage(await document.getPage(number), number, layers));
    const blocks = blocksOf(pages.map(({ items }) => items));
    if (blocks.length === 0) throw withoutText(pages);
    const pictures = picturesOf(pages);
    return { blocks, notes: pageNotes(pages), ...(pictures.length > 0 && { pictures }) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof Error && error.name === 'PasswordException')
      throw new Refusal('encrypted', 'PDF 设有打开密码，不能读取。请去掉密码后再上传。', '没有密码的文件');
    throw new Refusal('damaged', 'PDF 已损坏，不能读取。', '能正常打开的 PDF');
  } finally {
    await task.destroy();
  }
}

function withoutText(pages: readonly Page[]): Refusal {
  return pages.some(({ hasUnseenText, isPicture }) => hasUnseenText && !isPicture)
    ? new Refusal(
        'no-text',
        'PDF 里的文字都看不见（隐藏或与底色相同），没有读入。',
        '能看见文字的 PDF，或者报告的 Word 文件',
      )
    : new Refusal(
        'no-text',
        'PDF 里没有文字，可能是扫描的图片。',
        '能选中文字的 PDF，或者报告的 Word 文件',
        picturesOf(pages),
      );
}

/** Numbers of the pages that are pictures. */
function picturesOf(pages: readonly Page[]): number[] {
  return pages.flatMap(({ isPicture }, index) => (isPicture ? [index + 1] : []));
}

/** Converts pages into blocks; a paragraph may continue over lines and pages. */
function blocksOf(pages: readonly (readonly PageItem[])[]): SourceBlock[] {
  const margins = measureMargins(pages.flat().flatMap((item) => (item.type === 'line' ? [item.line] : [])));
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
        blocks[blocks.length - 1] = longer(last, item);
      else
        blocks.push({
          type: 'text',
          text: line.text.trim(),
          extent: 'paragraph',
          indent: item.box.x,
          place: { type: 'page', page: index + 1, box: item.box },
        });
      before = line;
    }
  });
  return blocks;
}

function longer(text: SourceText, { line, box }: Extract<PageItem, { type: 'line' }>): SourceText {
  return { ...text, text: text.text + line.text.trim(), place: extended(text.place, box) };
}

/**
 * Extends the place of a paragraph by a further line if it is on the same page; only the part on the first page is
 * kept.
 */
function extended(place: Place, box: Box): Place {
  return place.type === 'page' && box.y > place.box.y ? { ...place, box: around([place.box, box]) } : place;
}
