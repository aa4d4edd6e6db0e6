import { listPublicReports, listPublicYears, searchReports } from '@gongkai/db';
import type { Dependencies } from '../common/dependencies.ts';
import { toSummary } from '../report/summary.ts';
import type { SearchInput, SearchResult } from './schemas.ts';
import { snippetOf } from './snippet.ts';
import { wordsOf } from './words.ts';

const pageSize = 20;

/** Published reports by name, title and text; a year among the words keeps to that year. Without words, all of them. */
export async function reports(deps: Dependencies, { query, year, page }: SearchInput): Promise<SearchResult> {
  const asked = wordsOf(query);
  if (year !== undefined && asked.year !== undefined && year !== asked.year)
    return { items: [], total: 0, page, pageSize };
  const only = year ?? asked.year;
  const filter = only === undefined ? {} : { year: only };
  const limits = { limit: pageSize, offset: (page - 1) * pageSize };
  const found =
    asked.words.length > 0 ? await byWords(deps, asked.words, filter, limits) : await all(deps, filter, limits);
  return { ...found, page, pageSize };
}

type Found = Pick<SearchResult, 'items' | 'total'>;
type Filter = { readonly year?: number };
type Limits = { readonly limit: number; readonly offset: number };

async function byWords({ db }: Dependencies, words: readonly string[], filter: Filter, limits: Limits): Promise<Found> {
  const { items, total } = await searchReports(db, words.join(' '), filter, limits);
  return {
    items: items.map((row) => ({
      ...toSummary(row),
      ...(row.snippet !== null && { snippet: snippetOf(row.snippet, words) }),
    })),
    total,
  };
}

async function all({ db }: Dependencies, { year }: Filter, limits: Limits): Promise<Found> {
  const [items, years] = await Promise.all([
    listPublicReports(db, year === undefined ? {} : { year }, limits),
    listPublicYears(db),
  ]);
  const counted = years.filter((row) => year === undefined || row.year === year);
  return { items: items.map(toSummary), total: counted.reduce((sum, { reports }) => sum + reports, 0) };
}
