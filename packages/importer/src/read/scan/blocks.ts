import type { SourceBlock } from '../../source/document.ts';
import { alignCells, type StoredCell } from '../../source/grid.ts';
import type { Place } from '../../source/place.ts';
import { margin, type ScannedBlock, type ScannedCell, type ScannedPage } from './layout.ts';
import { reconcileReadings, textOf, type Reading } from './readings.ts';

/** Results of recognition for the images of a page, in the order of the images. */
export interface PageReadings {
  readonly figures: readonly Reading[];
  readonly figuresAgain: readonly Reading[];
  readonly texts: readonly Reading[];
}

/** Converts a page into blocks of a document. */
export function pageBlocks(page: ScannedPage, readings: PageReadings, number: number): SourceBlock[] {
  return page.blocks.flatMap((block): SourceBlock[] =>
    block.type === 'text' ? textBlocks(block, readings, number) : [grid(block, readings, number)],
  );
}

function grid(
  { rows, cells }: Extract<ScannedBlock, { type: 'table' }>,
  readings: PageReadings,
  page: number,
): SourceBlock {
  const stored = Array.from({ length: rows }, (): StoredCell[] => []);
  for (const cell of cells) {
    const place: Place = { type: 'page', page, box: cell.box };
    stored[cell.row]!.push({ ...contentOf(cell, readings), colspan: cell.colspan, rowspan: cell.rowspan, place });
  }
  return alignCells(stored);
}

function contentOf({ figure, characters, text }: ScannedCell, readings: PageReadings) {
  if (figure !== undefined)
    return reconcileReadings(textOf(readings.figures[figure]!), textOf(readings.figuresAgain[figure]!), characters);
  if (text === undefined) return { text: '' };
  const read = asLabel(textOf(readings.texts[text]!));
  if (read === '') return { text: '？', unsure: '图片里的字看不清' };
  return mayBeFigure(read) ? { text: read, unsure: '只识别过一次，像是数字' } : { text: read };
}

/** A label that is too long to be a figure with its unit. */
const longLabel = String.raw`(?=(?:["“”]?\p{Script=Han}){4})`;
const misreadItem = new RegExp(String.raw`^(?:[.．]|[1Il|工丨]\s?[.．,，、]?)\s?${longLabel}`, 'u');
const item = new RegExp(String.raw`^(\d)\s?[.．,，、]?\s?${longLabel}`, 'u');
const bracketed = /^[《〈<«（(【[]([^）)》〉>】\]]{0,4})[）)》〉>】\]](?=\p{Script=Han}{2})/u;

/** Writes a label with its item number as the form does, because thin strokes and brackets are misread most often. */
function asLabel(text: string): string {
  const group = bracketed.exec(text);
  if (group) {
    const rest = text.slice(group[0].length);
    return /^[一二三四五六七八九十]$/u.test(group[1]!) ? `（${group[1]}）${rest}` : rest;
  }
  return text.replace(item, '$1.').replace(misreadItem, '1.');
}

/** True for words that could be taken for a figure; item numbers are part of their label. */
function mayBeFigure(text: string): boolean {
  if (/^[（(]?[\d一二三四五六七八九十]{1,2}[)）.．、,，][^\d]*\p{Script=Han}{2}/u.test(text)) return false;
  return /^\P{Script=Han}+$|^[+\-−—增减上下升降约共]{0,3}\s*\d|^.{1,2}\d+(?:[.,]\d+)?$|^[无零〇○一]$/u.test(text);
}

/** Minimum indent of a paragraph in heights of a line; the font is lower than its line. */
const indent = 1.2;

/** True for a numbered line that does not end a sentence. */
function isHeading(text: string): boolean {
  return /^[一二三四五六七八九十]{1,2}[、.．,，][^。；]{2,30}$/u.test(text);
}

/**
 * Converts lines of running text into paragraphs: a new one begins with an indent, or after a line that is not full.
 */
function textBlocks(
  { text, box, scale }: Extract<ScannedBlock, { type: 'text' }>,
  readings: PageReadings,
  page: number,
): SourceBlock[] {
  const { lines } = readings.texts[text]!;
  const heights = lines.map(({ height }) => height).sort((a, b) => a - b);
  const size = heights[Math.floor(heights.length / 2)] ?? 0;
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.left + line.width));
  const blocks: { text: string; place: Place }[] = [];
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const isFull = before !== undefined && before.left + before.width > right - 2 * size;
    const isApart = isHeading(line.text) || (before !== undefined && isHeading(before.text));
    const goesOn =
      isFull && !isApart && line.left - left < indent * size && Math.abs(before.height - line.height) < size / 2;
    const last = blocks.at(-1);
    if (goesOn && last) last.text += line.text;
    else
      blocks.push({
        text: line.text,
        place: {
          type: 'page',
          page,
          box: {
            x: box.x + (line.left - margin) * scale,
            y: box.y + (line.top - margin) * scale,
            width: line.width * scale,
            height: line.height * scale,
          },
        },
      });
  });
  return blocks.map((block) => ({ type: 'text', extent: 'paragraph', ...block }));
}
