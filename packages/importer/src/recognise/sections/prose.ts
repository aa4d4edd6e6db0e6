import type { TextBlock } from '@gongkai/schema';
import { isBlank, soleText, textOf, type Line } from '../text/lines.ts';
import { itemMark, listAt, type Passage } from './lists.ts';
import { tidy } from '../text/tidy.ts';

const firstLevel = /^[（(][一二三四五六七八九十]{1,3}[）)]/u;
const secondLevel = /^\d{1,2}[.．、](?!\d)/u;
const sectionLevel = /^[一二三四五六七八九十]{1,3}、/u;
const ended = /[。！？；：.!?;:”"）)]$/u;
const maxHeadingLength = 40;
/** A shorter line does not end because of the width of the page. */
const minBrokenLineLength = 20;

type Table = { readonly type: 'table'; readonly rows: string[][] };

/** Converts lines into paragraphs, sub-headings, lists and small tables; text split over lines or pages is joined. */
export function textBlocks(lines: readonly Line[]): TextBlock[] {
  const pieces = piecesOf(lines);
  const blocks: TextBlock[] = [];
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at]!;
    const found = piece.type === 'passage' ? listAt(pieces, at) : undefined;
    if (found) blocks.push(found.list);
    else blocks.push(piece.type === 'table' ? piece : blockOf(piece.text));
    at += found?.length ?? 1;
  }
  return blocks;
}

/** The texts and tables that the lines form. */
function piecesOf(lines: readonly Line[]): (Passage | Table)[] {
  const pieces: (Passage | Table)[] = [];
  let open = false;
  let grid: number | undefined;
  for (const line of lines) {
    const text = textIn(line);
    const last = pieces.at(-1);
    if (text === undefined) {
      const row = line.cells.map((cell) => cell.text.trim());
      if (row.every(isBlank)) continue;
      if (last?.type === 'table' && grid === line.grid) last.rows.push(row);
      else pieces.push({ type: 'table', rows: [row] });
      grid = line.grid;
      open = false;
      continue;
    }
    const mark = itemMark(line, text);
    if (open && last?.type === 'passage' && !mark && !startsParagraph(text)) last.text = join(last.text, text);
    else pieces.push({ type: 'passage', text, ...(mark && { mark }) });
    open =
      line.extent === 'line' &&
      text.length >= minBrokenLineLength &&
      !ended.test(text) &&
      blockOf((pieces.at(-1) as Passage).text).type === 'paragraph';
  }
  return pieces;
}

/** The text of a line; a printed page may space letters out to fill its lines. */
function textIn(line: Line): string | undefined {
  const text = soleText(line);
  return text !== undefined && isPrinted(line) ? tidy(text) : text;
}

function isPrinted({ cells }: Line): boolean {
  return cells[0]?.place.type === 'page';
}

function blockOf(text: string): TextBlock {
  const level = sectionLevel.test(text) || firstLevel.test(text) ? 1 : secondLevel.test(text) ? 2 : undefined;
  const isHeading = level !== undefined && text.length <= maxHeadingLength && !/[。；]/u.test(text);
  return isHeading ? { type: 'heading', text, level } : { type: 'paragraph', text };
}

function startsParagraph(text: string): boolean {
  return sectionLevel.test(text) || firstLevel.test(text) || secondLevel.test(text);
}

/** Joins Chinese lines without a blank, and words of letters with one. */
function join(before: string, after: string): string {
  return /[a-z0-9]$/iu.test(before) && /^[a-z0-9]/iu.test(after) ? `${before} ${after}` : before + after;
}

/** The complete text of the lines, for searching. */
export function plainText(lines: readonly Line[]): string {
  return lines.map((line) => (isPrinted(line) ? tidy(textOf(line)) : textOf(line))).join('\n');
}
