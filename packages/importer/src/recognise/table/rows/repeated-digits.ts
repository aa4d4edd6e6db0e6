import { note, type ImportNote } from '../../../source/note.ts';
import type { ReadCell } from './read-row.ts';

/** Minimum number of distinct figures that must all be repeated digits before they are not attributed to chance. */
const minDistinct = 3;
const minFigures = 6;

/**
 * Examines all figures together: if every one is another number written twice or more often (1 as 11, 19 as 1919), the
 * document was most likely read from text that is drawn several times.
 */
export function noteRepeatedDigits(cells: readonly ReadCell[]): ImportNote[] {
  const texts = cells
    .filter(({ certainty, raw }) => certainty !== 'unread' && /^\d+$/.test(raw.trim()))
    .map(({ raw }) => raw.trim());
  const stated = texts.filter((text) => text !== '0');
  const different = new Set(stated.filter((text) => /[1-9]/.test(text)));
  if (stated.length < minFigures || different.size < minDistinct) return [];
  const times = [2, 3, 4].find((count) => stated.every((text) => isRepeated(text, count)));
  if (times === undefined) return [];
  const [example] = different;
  return [
    note(
      'figures-repeated',
      'warning',
      `读到的数字全是同一个数重复 ${times} 次写成的（如“${example}”），很可能是文件里的字重叠绘制造成的误读，请逐格对照原文。`,
      { cells: cells.filter(({ raw }) => stated.includes(raw.trim())).map(({ key }) => key) },
    ),
  ];
}

function isRepeated(text: string, times: number): boolean {
  if (text.length % times !== 0) return false;
  const once = text.slice(0, text.length / times);
  return text === once.repeat(times) && (once === '0' || !once.startsWith('0'));
}
