import { and, arrayContains, desc, eq, ilike, inArray, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Database } from '../database.ts';
import { agencyPeriod } from '../tables/agency.ts';
import { passage } from '../tables/passage.ts';
import { agencyColumns, isCurrent, type Agency } from './agencies.ts';
import { bigrams } from './bigrams.ts';
import { ofReport, type ReportKey } from './report-key.ts';

/** A paragraph of a report, in the section of that key. */
export interface Passage {
  section: string;
  text: string;
}

export interface PassageFound extends ReportKey, Passage {
  agencyName: string;
}

/** Words beyond these are left out of a search. */
const MOST_WORDS = 8;

/** Makes these the passages by which the public finds the report: none, where it is withdrawn. */
export async function putPassages(db: Database, key: ReportKey, passages: Passage[]): Promise<void> {
  const { agencyId, year, kind } = key;
  const rows = passages.map(({ section, text }, index) => ({
    ...{ agencyId, year, kind, section, text },
    position: index + 1,
    bigrams: bigrams(text),
  }));
  await db.transaction(async (transaction) => {
    await transaction.delete(passage).where(ofReport(passage, key));
    if (rows.length > 0) await transaction.insert(passage).values(rows);
  });
}

/** Agencies that are, or once were, called by a name that has all words of the query; best match first. */
export async function searchAgencies(db: Database, query: string, limit: number): Promise<Agency[]> {
  const words = wordsOf(query);
  const [first] = words;
  if (first === undefined) return [];
  const named = db
    .select({ id: agencyPeriod.agencyId })
    .from(agencyPeriod)
    .where(and(...words.map((word) => contains(agencyPeriod.name, word))));
  const { name } = agencyPeriod;
  return db
    .select(agencyColumns)
    .from(agencyPeriod)
    .where(and(isCurrent, inArray(agencyPeriod.agencyId, named)))
    .orderBy(sql`nullif(strpos(${name}, ${first}), 0) nulls last`, sql`length(${name})`, name)
    .limit(limit);
}

/** Passages that have all words of the query, of the latest years first; a single character alone finds nothing. */
export async function searchPassages(
  db: Database,
  query: string,
  filter: { agencyIds?: string[]; year?: number },
  page: { limit: number; offset?: number },
): Promise<PassageFound[]> {
  const words = wordsOf(query);
  if (!words.some((word) => lengthOf(word) > 1)) return [];
  return db
    .select({
      agencyId: passage.agencyId,
      year: passage.year,
      kind: passage.kind,
      section: passage.section,
      text: passage.text,
      agencyName: agencyPeriod.name,
    })
    .from(passage)
    .innerJoin(agencyPeriod, and(eq(agencyPeriod.agencyId, passage.agencyId), isCurrent))
    .where(
      and(
        ...words.map(hasWord),
        filter.agencyIds && inArray(passage.agencyId, filter.agencyIds),
        filter.year === undefined ? undefined : eq(passage.year, filter.year),
      ),
    )
    .orderBy(desc(passage.year), passage.agencyId, passage.kind, passage.position)
    .limit(page.limit)
    .offset(page.offset ?? 0);
}

function hasWord(word: string): SQL {
  return lengthOf(word) === 2 ? arrayContains(passage.bigrams, bigrams(word)) : contains(passage.text, word);
}

function contains(column: AnyPgColumn, word: string): SQL {
  return ilike(column, `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}

function wordsOf(query: string): string[] {
  return query.split(/\s+/u).filter(Boolean).slice(0, MOST_WORDS);
}

function lengthOf(word: string): number {
  return [...word].length;
}
