import type { Passage } from '@gongkai/db/publication';
import { blockText, type Report } from '@gongkai/schema';

/** Returns the paragraphs, lists and tables by which search finds a report. */
export function passagesOf({ preamble, sections }: Report): Passage[] {
  return [{ key: 'preamble', blocks: preamble }, ...sections].flatMap(({ key, blocks }) =>
    blocks
      .map((block) => ({ section: key, text: blockText(block).replaceAll('\t', ' ') }))
      .filter(({ text }) => text.trim() !== ''),
  );
}
