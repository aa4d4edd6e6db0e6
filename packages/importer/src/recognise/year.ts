import { limits } from '@gongkai/schema';
import { note, type ImportNote } from '../source/note.ts';
import { findPeriod } from './period.ts';
import type { ImportHints } from './result.ts';
import { yearOf, type FoundTitle } from './title.ts';

export interface FoundYear {
  readonly value: number;
  readonly notes: readonly ImportNote[];
}

/** The year reported on: by the title, else by the period or the year most named, else by the file's name. */
export function findYear(title: FoundTitle | undefined, preamble: string, hints: ImportHints): FoundYear | undefined {
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
  const value = [inPeriod, mostNamed(preamble), mostNamed(hints.fileName ?? '')].find(
    (year) => year !== undefined && isPossible(year),
  );
  if (value === undefined) return undefined;
  return { value, notes: [note('year-inferred', 'warning', `标题没有写明年度，按正文读作 ${value} 年，请确认。`)] };
}

/** The year that a file's name tells, if it can be one. */
export function yearIn(fileName: string): number | undefined {
  const year = mostNamed(fileName);
  return year !== undefined && isPossible(year) ? year : undefined;
}

function isPossible(year: number): boolean {
  return year >= limits.firstYear && year <= limits.lastYear;
}

/** The year that a text names most often, such as a file's name. */
function mostNamed(text: string): number | undefined {
  const counts = new Map<number, number>();
  for (const [, year] of text.matchAll(/((?:19|20)\d{2})\s*年?/gu))
    counts.set(yearOf(year!), (counts.get(yearOf(year!)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
