import type { Passage } from '@gongkai/db';
import type { Report, TextBlock } from '@gongkai/schema';

/** The paragraphs by which readers find a report. */
export function passagesOf({ preamble, sections }: Report): Passage[] {
  return [{ key: 'preamble', blocks: preamble }, ...sections].flatMap(({ key, blocks }) =>
    blocks.map((block) => ({ section: key, text: textOf(block) })).filter(({ text }) => text.trim() !== ''),
  );
}

function textOf(block: TextBlock): string {
  return block.type === 'table' ? block.rows.map((cells) => cells.join(' ')).join('\n') : block.text;
}
