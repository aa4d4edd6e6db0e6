import { arrayContains, ilike, like, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { passage } from '../../tables/passage.ts';
import { bigrams } from '../common/bigrams.ts';

/** Maximum number of words in a search; further words are ignored. */
const MAX_WORDS = 5;

/** Splits a query at white space into distinct words. */
export function wordsOf(query: string): string[] {
  return [...new Set(query.split(/\s+/u).filter(Boolean))].slice(0, MAX_WORDS);
}

/** Builds a substring condition, which uses a trigram index if the word has three characters or more. */
export function contains(column: AnyPgColumn, word: string): SQL {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  // Chinese has no case, and a case-insensitive search takes several times as long.
  return word.toLowerCase() === word.toUpperCase() ? like(column, pattern) : ilike(column, pattern);
}

/** Selects passages with the word; undefined for a single character, for which there is no index. */
export function passageContains(word: string): SQL | undefined {
  const [length, pairs] = [[...word].length, bigrams(word)];
  if (length < 2) return undefined;
  return length === 2 ? arrayContains(passage.bigrams, pairs) : contains(passage.text, word);
}
