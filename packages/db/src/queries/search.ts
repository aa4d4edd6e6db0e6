import { and, asc, count, desc, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { union, type AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Database } from '../database.ts';
import { agencyPeriod } from '../tables/agency.ts';
import { passage } from '../tables/passage.ts';
import { publication } from '../tables/publication.ts';
import { revision } from '../tables/revision.ts';
import { agencyColumns, isCurrent, type Agency } from './agencies.ts';
import { ofReport, type ReportKey } from './report-key.ts';
import { publicReports, shownNow, type Page, type PublicReportFilter, type PublicReportSummary } from './reports.ts';
import { contains, tells, wordsOf } from './words.ts';

export interface ReportFound extends PublicReportSummary {
  /** The first paragraph that has one of the words; `null` where the words stand in name, title or year only. */
  snippet: string | null;
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

/**
 * Public reports in which each word of the query is met by the agency's names, the title, the year or the text;
 * first those that have them in name or title, then the latest years. Without words nothing is found.
 */
export async function searchReports(
  db: Database,
  query: string,
  filter: PublicReportFilter,
  { limit, offset = 0 }: Page,
): Promise<{ items: ReportFound[]; total: number }> {
  const words = wordsOf(query);
  if (words.length === 0) return { items: [], total: 0 };
  const found = and(shownNow(db, filter), ...words.map((word) => meets(db, word)));
  const [counted] = await db.select({ total: count() }).from(publication).where(found);
  const reports = await publicReports(db, found)
    .orderBy(desc(named(words)), desc(publication.year), agencyPeriod.name, publication.agencyId, publication.kind)
    .limit(limit)
    .offset(offset);
  const snippets = await findSnippets(db, reports, words);
  const items = reports.map((report) => ({ ...report, snippet: snippets.get(nameOf(report)) ?? null }));
  return { items, total: counted?.total ?? 0 };
}

type KeyColumns = Record<keyof ReportKey, AnyPgColumn>;

const keyOf = ({ agencyId, year, kind }: KeyColumns) => ({ agencyId, year, kind });

const nameOf = ({ agencyId, year, kind }: ReportKey) => `${agencyId}/${year}/${kind}`;

/** Whether the report's name alone has the words: then it comes first. */
function named(words: string[]): SQL {
  const inName = (word: string) => or(contains(agencyPeriod.name, word), contains(revision.title, word));
  return sql`${and(...words.map(inName))}`;
}

/** Each way to meet the word has its own index, which an `or` over joined tables would not use. */
function meets(db: Database, word: string): SQL {
  const ofAgency = db
    .select(keyOf(publication))
    .from(publication)
    .innerJoin(agencyPeriod, eq(agencyPeriod.agencyId, publication.agencyId))
    .where(contains(agencyPeriod.name, word));
  const titled = db
    .select(keyOf(publication))
    .from(publication)
    .innerJoin(revision, and(ofReport(revision, publication), eq(revision.number, publication.revision)))
    .where(contains(revision.title, word));
  const told = db
    .select(keyOf(passage))
    .from(passage)
    .where(tells(word) ?? sql`false`);
  const ofYear = db
    .select(keyOf(publication))
    .from(publication)
    .where(/^\d{4}$/.test(word) ? eq(publication.year, Number(word)) : sql`false`);
  const key = sql`(${publication.agencyId}, ${publication.year}, ${publication.kind})`;
  return sql`${key} in ${union(ofAgency, titled, told, ofYear)}`;
}

async function findSnippets(db: Database, reports: ReportKey[], words: string[]): Promise<Map<string, string>> {
  const told = or(...words.map(tells));
  if (!told || reports.length === 0) return new Map();
  const key = [passage.agencyId, passage.year, passage.kind];
  const rows = await db
    .selectDistinctOn(key, { ...keyOf(passage), text: passage.text })
    .from(passage)
    .where(and(or(...reports.map((report) => ofReport(passage, report))), told))
    .orderBy(...key, asc(passage.position));
  return new Map(rows.map((row) => [nameOf(row), row.text]));
}
