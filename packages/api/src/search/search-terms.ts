/** The terms of a query: words, and the year if one of them is a year. */
export interface Words {
  readonly words: string[];
  readonly year: number | undefined;
  /** Words beyond the maximum, which are ignored. */
  readonly ignored: string[];
}

/** Maximum number of words, because each word adds the same cost in the database. */
const maxWords = 5;

/** A document number such as 国办发〔2021〕30号: the year inside it is part of the number. */
const documentNumber = /\p{L}{0,20}[〔[(【](?:19|20)\d{2}[〕\])】]第?\d{1,9}号?/gu;

/** A year without adjacent digits, with the characters that follow it. */
const yearWord = /(?<!\d)(20\d{2})(?!\d)(?:年度|年)?/u;

/** Words are separated by any character that is not a letter, a mark, a digit or a decimal point. */
const separators = /[^\p{L}\p{M}\p{N}〔〕.]+|(?<!\d)\.|\.(?!\d)/u;

/**
 * Splits a query at blanks and punctuation. The first year in it, such as 2020, 2020年 or the end of 青原镇2020, becomes
 * the year filter; duplicate words and invisible characters are removed.
 */
export function wordsOf(query: string): Words {
  const numbers: string[] = [];
  const rest = query
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(documentNumber, (number) => {
      numbers.push(number.replace(/[[(【]/u, '〔').replace(/[\])】]/u, '〕'));
      return ' ';
    });
  const parts = rest.split(separators).filter(Boolean);
  const at = parts.findIndex((part) => yearWord.test(part));
  const year = at < 0 ? undefined : Number(yearWord.exec(parts[at]!)![1]);
  const found = parts.flatMap((part, index) => (index === at ? part.split(yearWord).filter(isNoYear) : [part]));
  const words = [...new Set([...found, ...numbers])];
  return { words: words.slice(0, maxWords), year, ignored: words.slice(maxWords) };

  function isNoYear(part: string): boolean {
    return part !== '' && part !== String(year);
  }
}
