import type { TextPlace } from '../engine/finding.ts';
import { chineseNumber } from './quantities.ts';
import type { Passage } from './passages.ts';

/** A number in an enumeration that does not follow the one before. */
export interface NumberingFault {
  /** As written: 三是, （三）. */
  readonly mark: string;
  /** The mark that was due. */
  readonly due: string;
  readonly place: TextPlace;
}

/** Styles of numbering in running text. Each is counted separately, in each section. */
const styles: readonly {
  /** What every mark holds: most passages have none. */
  readonly sign: RegExp;
  readonly marks: RegExp;
  readonly write: (number: string) => string;
}[] = [
  {
    sign: /[一二三四五六七八九十]是/,
    marks: /(?<=^|[。；;，,：:\n])\s{0,4}([一二三四五六七八九十]{1,3})是/g,
    write: (number) => `${number}是`,
  },
  {
    sign: /[（(][一二三四五六七八九十]/,
    marks: /(?<=^|\n)\s{0,4}[（(]([一二三四五六七八九十]{1,3})[）)]/g,
    write: (number) => `（${number}）`,
  },
];

/** Finds numbers that are repeated or left out in enumerations that begin with one. */
export function numberingFaults(passages: readonly Passage[]): NumberingFault[] {
  return styles.flatMap(({ sign, marks, write }) => {
    let section = '';
    /** The last number of the current enumeration; 0 outside one. */
    let last = 0;
    return passages.flatMap((passage) => {
      if (passage.section !== section) [section, last] = [passage.section, 0];
      if (!sign.test(passage.text)) return [];
      return [...passage.text.matchAll(marks)].flatMap((match): NumberingFault[] => {
        const number = chineseNumber(match[1]!);
        const [due, under] = [last + 1, last > 0];
        if (number === 1 || under) last = number;
        if (number === 1 || !under || number === due) return [];
        const end = match.index + match[0].length;
        return [
          {
            mark: write(match[1]!),
            due: write(inChinese(due)),
            place: { section: passage.section, block: passage.block, start: end - match[0].trimStart().length, end },
          },
        ];
      });
    });
  });
}

function inChinese(number: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return tens === 0 ? digits[ones]! : `${tens === 1 ? '' : digits[tens]!}十${digits[ones]!}`;
}
