import { listPublicReports, listPublicYears } from '@gongkai/db/report';
import { searchReports } from '@gongkai/db/search';
import { BoundedQueue } from '../common/bounded-queue.ts';
import type { Dependencies } from '../common/dependencies.ts';
import { toSummary } from '../report/report-summary.ts';
import type { SearchInput, SearchResult } from './schemas.ts';
import { snippetOf } from './snippet.ts';
import { wordsOf } from './search-terms.ts';

const pageSize = 20;

/** One queue of running and waiting searches per database. */
const queues = new WeakMap<Dependencies['db'], BoundedQueue>();

function searchQueue({ db, searchesAtOnce = 1 }: Dependencies): BoundedQueue {
  const known = queues.get(db);
  if (known) return known;
  const message = '检索的人太多，请过几秒再试';
  const queue = new BoundedQueue({ concurrency: searchesAtOnce, capacity: 60, timeoutMs: 10_000, rest: 2, message });
  queues.set(db, queue);
  return queue;
}

/**
 * Searches published reports by name, title and text; a year among the words restricts the result to that year. An
 * empty query finds every report, a query of punctuation only finds none.
 * @throws {ApiError} busy if too many searches are waiting
 */
export async function reports(deps: Dependencies, { query, year, page }: SearchInput): Promise<SearchResult> {
  const { words, ignored, ...asked } = wordsOf(query);
  const contradictory = year !== undefined && asked.year !== undefined && year !== asked.year;
  const meaningless = query !== '' && words.length === 0 && asked.year === undefined;
  if (contradictory || meaningless) return { items: [], total: 0, page, pageSize, words, ignored };
  const only = year ?? asked.year;
  const filter = only === undefined ? {} : { year: only };
  const limits = { limit: pageSize, offset: (page - 1) * pageSize };
  const found = await searchQueue(deps).run(() =>
    words.length > 0 ? byWords(deps, words, filter, limits) : all(deps, filter, limits),
  );
  return { ...found, page, pageSize, words, ignored };
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
