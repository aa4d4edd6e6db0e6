import { limits } from '@gongkai/schema';
import { note, type ImportNote } from '../source/note.ts';
import { findPeriod } from './front-matter/period.ts';
import type { ImportHints } from './result.ts';
import { yearOf, type FoundTitle } from './front-matter/title.ts';

export interface FoundYear {
  readonly value: number;
  readonly notes: readonly ImportNote[];
}

/**
 * The reporting year: by the title, otherwise by the period or the year named most often in the preamble, by the first
 * section, by the file name, or by the hints given with the document.
 */
export function findYear(
  title: FoundTitle | undefined,
  preamble: string,
  firstSection: string,
  hints: ImportHints,
): FoundYear | undefined {
  const inPeriod = Number(findPeriod(preamble)?.from.slice(0, 4)) || undefined;
  if (title?.year !== undefined && isPossible(title.year)) {
    const differs = inPeriod !== undefined && inPeriod !== title.year;
    return {
      value: title.year,
      notes: differs
        ? [note('year-differs', 'warning', `标题写 ${title.year} 年，统计期限写 ${inPeriod} 年，按标题读取，请确认。`)]
        : [],
    };
  }
  const candidates = [
    ['统计期限', inPeriod],
    ['引言', mostFrequentYear(preamble)],
    ['第一部分', yearOfOwnActivity(firstSection)],
    ['文件名', mostFrequentYear(hints.fileName ?? '')],
  ] as const;
  for (const [where, year] of candidates)
    if (year !== undefined && isPossible(year))
      return {
        value: year,
        notes: [note('year-inferred', 'warning', `标题没有写明年度，按${where}读作 ${year} 年，请确认。`)],
      };
  if (hints.year === undefined || !isPossible(hints.year)) return undefined;
  return {
    value: hints.year,
    notes: [note('year-given', 'info', `文件没有写明年度，按填写的 ${hints.year} 年读取。`)],
  };
}

/**
 * The year in which a section reports the activity of its own body: 2020年，我街…; otherwise the first year that it names.
 */
function yearOfOwnActivity(text: string): number | undefined {
  const plain = text.replace(/[^\S\n]+/gu, '');
  const own = /(?:^|[\n。；：）)])((?:19|20)\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})年度?[,，、]?/u.exec(plain);
  const any = /((?:19|20)\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})年/u.exec(plain);
  const year = own?.[1] ?? any?.[1];
  return year === undefined ? undefined : yearOf(year);
}

/** The year in a file name, if it is a possible one. */
export function yearIn(fileName: string): number | undefined {
  const year = mostFrequentYear(fileName);
  return year !== undefined && isPossible(year) ? year : undefined;
}

function isPossible(year: number): boolean {
  return year >= limits.firstYear && year <= limits.lastYear;
}

/** The year that a text, such as a file name, names most often. */
function mostFrequentYear(text: string): number | undefined {
  const counts = new Map<number, number>();
  for (const [, year] of text.matchAll(/((?:19|20)\d{2})\s*年?/gu))
    counts.set(yearOf(year!), (counts.get(yearOf(year!)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
