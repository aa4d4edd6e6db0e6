import { arrayContains, ilike, like, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { passage } from '../../tables/passage.ts';
import { bigrams } from '../common/bigrams.ts';

/** Words beyond these are left out of a search. */
const MAX_WORDS = 5;

/** The words of a query, parted by white space, each once. */
export function wordsOf(query: string): string[] {
  return [...new Set(query.split(/\s+/u).filter(Boolean))].slice(0, MAX_WORDS);
}

/** Served by a trigram index where the word has three characters or more. */
export function contains(column: AnyPgColumn, word: string): SQL {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  // Chinese has no case, and to look past it takes several times as long.
  return word.toLowerCase() === word.toUpperCase() ? like(column, pattern) : ilike(column, pattern);
}

/** Passages with the word; nothing for a single character, which no index finds. */
export function passageContains(word: string): SQL | undefined {
  const [length, pairs] = [[...word].length, bigrams(word)];
  if (length < 2) return undefined;
  return length === 2 ? arrayContains(passage.bigrams, pairs) : contains(passage.text, word);
}
