import { fold } from '../recognise/text/match-key.ts';
import { readCellText } from '../recognise/table/cells/cell-text.ts';

/** Rows of figures separated by blanks, in each possible reading. */
export interface BlankSeparated {
  /** Each blank ends a figure. */
  readonly split: readonly (readonly string[])[];
  /** Reading in which digits in groups of three (1 234) are one figure; undefined if there are no such groups. */
  readonly joined?: readonly (readonly string[])[];
}

const blanks = /[\s\u00a0\u3000]+/gu;
/** A single blank that may separate thousands: never a full-width blank, never several. */
const groupBlank = /^[ \u00a0\u2009\u202f]$/u;

/** Reads lines of figures as a PDF viewer copies them; undefined if a line holds anything else. */
export function readBlankSeparated(text: string): BlankSeparated | undefined {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  const rows = lines.filter((line) => line !== '').map(wordsOf);
  if (rows.length === 0 || !rows.every((words) => words.every(({ text: word }) => isFigure(word)))) return undefined;
  const split = rows.map((words) => words.map(({ text: word }) => word));
  const joined = rows.map(joinGroups);
  return joined.some((row, at) => row.length < split[at]!.length) ? { split, joined } : { split };
}

interface Word {
  readonly text: string;
  /** Blanks before the figure. */
  readonly before: string;
}

function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  let start = 0;
  let before = '';
  for (const { 0: gap, index } of line.matchAll(blanks)) {
    words.push({ text: line.slice(start, index), before });
    start = index + gap.length;
    before = gap;
  }
  return [...words, { text: line.slice(start), before }];
}

function isFigure(word: string): boolean {
  const { type } = readCellText(word);
  return type === 'number' || type === 'na';
}

function joinGroups(words: readonly Word[]): string[] {
  const row: string[] = [];
  let open = false;
  for (const { text, before } of words) {
    const plain = fold(text);
    if (open && groupBlank.test(before) && /^\d{3}(?:\.\d+)?$/u.test(plain)) {
      row.push(row.pop()! + plain);
      open = !plain.includes('.');
    } else {
      row.push(text);
      open = /^[-+]?[1-9]\d{0,2}$/u.test(plain);
    }
  }
  return row;
}
