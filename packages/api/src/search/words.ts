/** What a reader looks for: words, and the year where one of them is one. */
export interface Words {
  readonly words: readonly string[];
  readonly year: number | undefined;
}

const yearWord = /^(20\d{2})(?:年|年度)?$/;

/** Parts a query at its blanks; the first word that is a year, such as 2020, 2020年 or ２０２０, is taken as one. */
export function wordsOf(query: string): Words {
  const words = query.normalize('NFKC').split(/\s+/u).filter(Boolean);
  const year = words.find((word) => yearWord.test(word));
  return {
    words: words.filter((word) => word !== year),
    year: year === undefined ? undefined : Number(year.slice(0, 4)),
  };
}
