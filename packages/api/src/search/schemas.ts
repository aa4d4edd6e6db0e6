import * as z from 'zod/mini';
import { year } from '../common/schemas.ts';
import { reportSummary } from '../report/schemas.ts';

/**
 * `query` has words separated by blanks or punctuation. Each word must occur in agency name, title, text or year; at
 * most five words are used in addition to a year.
 */
export const searchInput = z.strictObject({
  query: z.string().check(z.trim(), z.maxLength(100)),
  year: z.optional(year),
  page: z._default(z.int().check(z.minimum(1), z.maximum(1_000)), 1),
});
export type SearchInput = z.infer<typeof searchInput>;

export const searchResult = z.strictObject({
  items: z.array(z.extend(reportSummary, { snippet: z.optional(z.string()) })),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
  /** The words that are searched, without the year. */
  words: z.array(z.string()),
  /** Words beyond the maximum, which are ignored. */
  ignored: z.array(z.string()),
});
export type SearchResult = z.infer<typeof searchResult>;
