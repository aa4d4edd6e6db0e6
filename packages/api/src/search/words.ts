/** What a reader looks for: words, and the year where one of them is one. */
export interface Words {
  readonly words: readonly string[];
  readonly year: number | undefined;
  /** Those beyond the most that are looked for. */
  readonly ignored: readonly string[];
}

/** Each word costs the database as much again. */
const MOST_WORDS = 5;

const yearWord = /^(20\d{2})(?:年|年度)?$/;

/**
 * Parts a query at its blanks, each word once; the first that is a year, such as 2020, 2020年 or ２０２０, is taken as one.
 */
export function wordsOf(query: string): Words {
  const all = [...new Set(query.normalize('NFKC').split(/\s+/u).filter(Boolean))];
  const year = all.find((word) => yearWord.test(word));
  const words = all.filter((word) => word !== year);
  return {
    words: words.slice(0, MOST_WORDS),
    year: year === undefined ? undefined : Number(year.slice(0, 4)),
    ignored: words.slice(MOST_WORDS),
  };
}
