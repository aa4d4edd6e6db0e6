import type { Passage } from '@gongkai/db/publication';
import { blockText, type Report } from '@gongkai/schema';

/** The paragraphs, lists and tables by which readers find a report. */
export function passagesOf({ preamble, sections }: Report): Passage[] {
  return [{ key: 'preamble', blocks: preamble }, ...sections].flatMap(({ key, blocks }) =>
    blocks
      .map((block) => ({ section: key, text: blockText(block).replaceAll('\t', ' ') }))
      .filter(({ text }) => text.trim() !== ''),
  );
}
