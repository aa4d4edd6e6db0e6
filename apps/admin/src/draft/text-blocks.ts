import type { TextBlock } from '@gongkai/schema';

type Line = Exclude<TextBlock, { type: 'table' }>;
type TextTable = Extract<TextBlock, { type: 'table' }>;

/** A stretch of running text that one text field holds, or a table between two of them. */
export type Segment =
  { readonly type: 'text'; readonly lines: readonly Line[] } | { readonly type: 'table'; readonly table: TextTable };

/** Splits blocks at their tables: text, table, text, … and text at both ends, be it empty. */
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

/** The text of a field: a line for each paragraph and heading. */
export function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join('\n');
}

/**
 * The paragraphs and headings of an edited text. A line that stood there before stays what it was; so does one
 * whose words alone were changed. New lines are paragraphs.
 */
export function linesOf(text: string, before: readonly Line[]): Line[] {
  const texts = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const known = new Map(before.map((line) => [line.text, line]));
  const sameCount = texts.length === before.length;
  return texts.map((line, index) => {
    const place = sameCount ? before[index] : undefined;
    return known.get(line) ?? (place ? { ...place, text: line } : { type: 'paragraph', text: line });
  });
}
