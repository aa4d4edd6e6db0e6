import type { TextBlock } from '@gongkai/schema';
import { isBlank, soleText, textOf, type Line } from './lines.ts';

const firstLevel = /^[（(][一二三四五六七八九十]{1,3}[）)]/u;
const secondLevel = /^\d{1,2}[.．、](?!\d)/u;
const sectionLevel = /^[一二三四五六七八九十]{1,3}、/u;
const ended = /[。！？；：.!?;:”"）)]$/u;
const longestHeading = 40;
/** A shorter line is not broken by the width of the page. */
const shortestBroken = 20;

/** Lines as paragraphs, sub-headings and small tables; a paragraph broken by lines or pages is joined. */
export function textBlocks(lines: readonly Line[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open = false;
  let grid: number | undefined;
  for (const line of lines) {
    const text = soleText(line);
    if (text === undefined) {
      const row = line.cells.map((cell) => cell.text.trim());
      const last = blocks.at(-1);
      if (row.every(isBlank)) continue;
      if (last?.type === 'table' && grid === line.grid) (last.rows as string[][]).push(row);
      else blocks.push({ type: 'table', rows: [row] });
      grid = line.grid;
      open = false;
      continue;
    }
    const last = blocks.at(-1);
    if (open && last?.type === 'paragraph' && !startsAnew(text)) {
      blocks[blocks.length - 1] = { type: 'paragraph', text: join(last.text, text) };
    } else {
      blocks.push(blockOf(text));
    }
    open =
      line.extent === 'line' &&
      blocks.at(-1)!.type === 'paragraph' &&
      text.length >= shortestBroken &&
      !ended.test(text);
  }
  return blocks;
}

function blockOf(text: string): TextBlock {
  const level = sectionLevel.test(text) || firstLevel.test(text) ? 1 : secondLevel.test(text) ? 2 : undefined;
  const isHeading = level !== undefined && text.length <= longestHeading && !/[。；]/u.test(text);
  return isHeading ? { type: 'heading', text, level } : { type: 'paragraph', text };
}

function startsAnew(text: string): boolean {
  return sectionLevel.test(text) || firstLevel.test(text) || secondLevel.test(text);
}

/** Chinese lines join without a blank, words of letters with one. */
function join(before: string, after: string): string {
  return /[a-z0-9]$/iu.test(before) && /^[a-z0-9]/iu.test(after) ? `${before} ${after}` : before + after;
}

/** All text of lines, for searching. */
export function plainText(lines: readonly Line[]): string {
  return lines.map(textOf).join('\n');
}
