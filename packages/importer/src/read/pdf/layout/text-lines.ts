import type { Box } from '../../../source/place.ts';
import { around, type Word } from '../geometry/box.ts';

export interface TextLine extends Box {
  readonly text: string;
  readonly words: readonly Word[];
  /** True if its words are as far apart as columns are. */
  readonly isSpread: boolean;
}

/** Adjacent words further apart than this share of their height are joined with a blank. */
const gap = 0.3;
/** Wider gaps, in heights, do not occur in running text. */
const columnGap = 1.5;

/** Groups words into lines from top to bottom. */
export function groupIntoLines(words: readonly Word[]): TextLine[] {
  const lines: Word[][] = [];
  for (const word of words.toSorted((a, b) => middleOf(a) - middleOf(b))) {
    const last = lines.at(-1);
    if (last && Math.abs(middleOf(last[0]!) - middleOf(word)) < Math.max(last[0]!.height, word.height) / 2)
      last.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => {
    line.sort((a, b) => a.x - b.x);
    return {
      ...around(line),
      text: joined(line),
      words: line,
      isSpread: line.some((word, at) => gapBefore(word, line[at - 1]) > columnGap),
    };
  });
}

function middleOf({ y, height }: Box): number {
  return y + height / 2;
}

function joined(words: readonly Word[]): string {
  return words.reduce((text, word, index) => {
    const before = words[index - 1];
    const isApart = before !== undefined && (word.blankBefore === true || gapBefore(word, before) > gap);
    return `${text}${isApart ? ' ' : ''}${word.text}`;
  }, '');
}

/** Distance from the word before, in heights. */
function gapBefore(word: Word, before: Word | undefined): number {
  return before === undefined ? 0 : (word.x - (before.x + before.width)) / word.height;
}
