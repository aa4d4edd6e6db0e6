import type { TextBlock } from '@gongkai/schema';
import { formatList, isListLine, parseLists, type Formatted } from './list-lines.ts';

type Line = Exclude<TextBlock, { type: 'table' }>;
type TextTable = Extract<TextBlock, { type: 'table' }>;

/** The lines of one text field, or a table between two text fields. */
export type Segment =
  { readonly type: 'text'; readonly lines: readonly Line[] } | { readonly type: 'table'; readonly table: TextTable };

/** Splits blocks at their tables: text, table, text, … with a text at both ends, which may be empty. */
export function segmentsOf(blocks: readonly TextBlock[]): Segment[] {
  const segments: Segment[] = [];
  let lines: Line[] = [];
  for (const block of blocks) {
    if (block.type !== 'table') lines.push(block);
    else {
      segments.push({ type: 'text', lines }, { type: 'table', table: block });
      lines = [];
    }
  }
  return [...segments, { type: 'text', lines }];
}

export function blocksOf(segments: readonly Segment[]): TextBlock[] {
  return segments.flatMap((segment): readonly TextBlock[] =>
    segment.type === 'text' ? segment.lines : [segment.table],
  );
}

/** As in Markdown, a line of a paragraph that looks like an item of a list is shown with a backslash. */
const escaped = (line: string) => (isListLine(line.replace(/^\\+/, '')) ? `\\${line}` : line);
const unescaped = (line: string) => (isListLine(line.replace(/^\\+/, '')) ? line.slice(1) : line);

function formatBlock(block: Line): Formatted {
  if (block.type === 'list') return formatList(block);
  let text = '';
  let own = 0;
  const starts = block.text.split('\n').map((line, at) => {
    const shownLine = escaped(line);
    const start = { shown: text.length + Number(at > 0) + shownLine.length - line.length, own };
    text += (at > 0 ? '\n' : '') + shownLine;
    own += line.length + 1;
    return start;
  });
  return { text, starts };
}

/** An empty line separates two adjacent lists of the same kind. */
function gapBefore(blocks: readonly Line[], at: number): string {
  const [before, block] = [blocks[at - 1], blocks[at]];
  return before?.type === 'list' && block?.type === 'list' && before.ordered === block.ordered ? '\n' : '';
}

/** Formats the text of a field: one line for each paragraph, heading and item. */
export function formatBlocks(blocks: readonly Line[]): string {
  return blocks.map((block, at) => gapBefore(blocks, at) + formatBlock(block).text).join('\n');
}

/** Converts an offset in a block to an offset in the text of its field. */
export function offsetInField(blocks: readonly Line[], at: number, offset: number): number {
  const before = at === 0 ? 0 : formatBlocks(blocks.slice(0, at)).length + 1;
  const start = formatBlock(blocks[at]!).starts.findLast(({ own }) => own <= offset)!;
  return before + gapBefore(blocks, at).length + start.shown + offset - start.own;
}

/**
 * Parses an edited text into paragraphs, headings and lists. An unchanged line keeps its kind, and so does a line in
 * which only the text was changed. New lines are paragraphs, or items if they begin with `- ` or `1. `.
 */
export function parseBlocks(text: string, before: readonly Line[]): Line[] {
  const blocks: Line[] = [];
  let items: string[] = [];
  const close = () => {
    blocks.push(...parseLists(items));
    items = [];
  };
  for (const line of text.split(/\r\n?|\n/)) {
    if (isListLine(line)) items.push(line);
    else {
      close();
      if (line.trim() !== '') blocks.push({ type: 'paragraph', text: unescaped(line.trim()) });
    }
  }
  close();
  const known = new Map(before.flatMap((block) => (block.type === 'list' ? [] : [[block.text, block] as const])));
  const sameCount = blocks.length === before.length;
  return blocks.map((block, index) => {
    if (block.type === 'list') return block;
    const place = sameCount ? before[index] : undefined;
    if (place?.type === 'list') return known.get(block.text) ?? block;
    if (place?.text === block.text) return place;
    return known.get(block.text) ?? (place ? { ...place, text: block.text } : block);
  });
}
