import type { Layout } from '@gongkai/schema';
import type { Line } from '../text/lines.ts';
import { endOfTitle } from '../front-matter/title.ts';

/** Fewer official headings within one line are words of a sentence. */
const minHeadings = 3;
const minLineLength = 200;

/**
 * Divides a document that was stored as one or a few lines of text at the official headings that occur in it in order,
 * and divides the first part at the end of the title. Other documents are returned unchanged.
 */
export function divideAtHeadings(layout: Layout, lines: readonly Line[]): readonly Line[] {
  const divided = lines.flatMap((line): Line[] => {
    const text = wholeText(line);
    if (text.length < minLineLength) return [line];
    const cuts = cutsAtHeadings(layout, text);
    if (cuts.length < minHeadings) return [line];
    const start = cuts[0]!.start;
    const title = endOfTitle(text.slice(0, start));
    const ends = [title, ...cuts.flatMap((cut) => [cut.start, cut.end]), text.length];
    return ends.flatMap((end, at) => {
      const from = at === 0 ? 0 : ends[at - 1]!;
      return end > from && text.slice(from, end).trim() !== '' ? [partOf(line, from, end)] : [];
    });
  });
  return divided.length === lines.length ? lines : divided.map((line, index) => ({ ...line, index }));
}

/** The positions of the official headings with their numbers, in order. */
function cutsAtHeadings({ sections }: Layout, text: string): { start: number; end: number }[] {
  const cuts: { start: number; end: number }[] = [];
  let from = 0;
  for (const { number, title, aliases = [] } of sections) {
    const found = [title, ...aliases]
      .flatMap((words) => {
        const heading = new RegExp(
          `${number}\\s*[、.．，,]\\s*${[...words].map((one) => one.replace(/[^\p{L}\p{N}]/u, '\\p{P}?')).join('\\s*')}`,
          'u',
        ).exec(text.slice(from));
        return heading ? [{ start: from + heading.index, end: from + heading.index + heading[0].length }] : [];
      })
      .sort((a, b) => a.start - b.start || b.end - a.end)[0];
    if (!found) continue;
    cuts.push(found);
    from = found.end;
  }
  return cuts;
}

/** The text of a line including its cells: remaining pipes of a table do not separate cells here. */
function wholeText({ cells }: Line): string {
  return cells.map(({ text }) => text).join(' ');
}

function partOf({ cells, index }: Line, from: number, to: number): Line {
  const [first] = cells;
  const text = cells
    .map((cell) => cell.text)
    .join(' ')
    .slice(from, to)
    .trim();
  return { index, cells: [{ ...first!, text, column: undefined }], inGrid: false, extent: 'paragraph' };
}
