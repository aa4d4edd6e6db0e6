import { and, asc, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Database } from '../../database.ts';
import { agencyPeriod } from '../../tables/agency.ts';
import { passage } from '../../tables/passage.ts';
import { publication } from '../../tables/publication.ts';
import { revision } from '../../tables/revision.ts';
import { agencyColumns, isCurrent, type Agency } from '../agency/agencies.ts';
import { ofReport, type ReportKey } from '../common/report-key.ts';
import {
  publicReports,
  shownNow,
  type Page,
  type PublicReportFilter,
  type PublicReportSummary,
} from '../report/public-reports.ts';
import { contains, passageContains, wordsOf } from './search-terms.ts';

export interface ReportFound extends PublicReportSummary {
  /** The first paragraph with one of the words; `null` if the words occur in name, title or year only. */
  snippet: string | null;
}

/** Finds agencies by a current or former name that contains all words of the query; best match first. */
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
 * Finds public reports in which each word of the query occurs in the agency's names, the title, the year or the text.
 * Matches in name or title come first, then the latest years. A query without words finds nothing.
 */
export async function searchReports(
  db: Database,
  query: string,
  filter: PublicReportFilter,
  page: Page,
): Promise<{ items: ReportFound[]; total: number }> {
  const words = wordsOf(query);
  if (words.length === 0) return { items: [], total: 0 };
  const { keys, total } = await findKeys(db, words, filter, page);
  if (keys.length === 0) return { items: [], total };
  const found = and(shownNow(db), isOneOf(publication, keys));
  const reports = await publicReports(db, found);
  const snippets = await findSnippets(db, keys, words);
  const order = new Map(keys.map((key, index) => [nameOf(key), index]));
  const items = reports
    .toSorted((a, b) => order.get(nameOf(a))! - order.get(nameOf(b))!)
    .map((report) => ({ ...report, snippet: snippets.get(nameOf(report)) ?? null }));
  return { items, total };
}

/**
 * Returns the reports of one page of results in order, and their total number. Names and passages are scanned once for
 * all words, not once per word, so that the cost does not multiply with the words that a reader enters.
 */
async function findKeys(
  db: Database,
  words: string[],
  filter: PublicReportFilter,
  { limit, offset = 0 }: Page,
): Promise<{ keys: ReportKey[]; total: number }> {
  const columns = words.map((_, index) => sql.identifier(`word_${index}`));
  const of = (alias: string, index: number) => sql`${sql.identifier(alias)}.${columns[index]!}`;
  const list = (parts: SQL[]) => sql.join(parts, sql`, `);
  const inName = (index: number) => sql`(${of('called', index)} or ${contains(revision.title, words[index]!)})`;
  const ofYear = (word: string) => (/^\d{4}$/.test(word) ? eq(publication.year, Number(word)) : sql`false`);
  const met = words.map(
    (word, index) => sql`(${inName(index)} or ${ofYear(word)} or coalesce(${of('told', index)}, false))`,
  );
  // Each word uses its own index scan, so that a matching passage is not read again for that word.
  const tellings = words.flatMap((word, index) => {
    const told = passageContains(word);
    const key = sql`select ${passage.agencyId}, ${passage.year}, ${passage.kind}, ${index}::int as word`;
    return told ? [sql`${key} from ${passage} where ${told}`] : [];
  });
  const none = sql`select null::text as agency_id, null::int as year, null::text as kind, null::int as word where false`;
  const flags = (conditions: SQL[]) =>
    list(conditions.map((condition, index) => sql`bool_or(${condition}) as ${columns[index]!}`));
  const { rows } = await db.execute<{ total: string | number } & Nullable<ReportKey>>(sql`
    with called as materialized (
      select ${agencyPeriod.agencyId}, ${flags(words.map((word) => contains(agencyPeriod.name, word)))}
      from ${agencyPeriod} group by ${agencyPeriod.agencyId}
    ), told as materialized (
      select agency_id, year, kind, ${flags(words.map((_, index) => sql`word = ${index}::int`))}
      from (${tellings.length > 0 ? sql.join(tellings, sql` union all `) : none}) as telling
      group by agency_id, year, kind
    ), found as materialized (
      select ${publication.agencyId}, ${publication.year}, ${publication.kind}, ${agencyPeriod.name},
        (${sql.join(
          words.map((_, index) => inName(index)),
          sql` and `,
        )}) as named
      from ${publication}
      join ${revision} on ${and(ofReport(revision, publication), eq(revision.number, publication.revision))}
      join ${agencyPeriod} on ${and(eq(agencyPeriod.agencyId, publication.agencyId), isCurrent)}
      join called on called.agency_id = ${publication.agencyId}
      left join told on told.agency_id = ${publication.agencyId} and told.year = ${publication.year}
        and told.kind = ${publication.kind}
      where ${shownNow(db, filter)} and ${sql.join(met, sql` and `)}
    )
    select total.total, page.agency_id as "agencyId", page.year, page.kind
    from (select count(*) as total from found) as total
    left join (
      select * from found order by named desc, year desc, name, agency_id, kind limit ${limit} offset ${offset}
    ) as page on true
    order by page.named desc, page.year desc, page.name, page.agency_id, page.kind`);
  const keys = rows.flatMap(({ agencyId, year, kind }) =>
    agencyId !== null && year !== null && kind !== null ? [{ agencyId, year, kind }] : [],
  );
  return { keys, total: Number(rows[0]?.total ?? 0) };
}

/** Builds the condition from three lists, because one condition per report takes longer to plan than to execute. */
function isOneOf({ agencyId, year, kind }: KeyColumns, keys: ReportKey[]): SQL {
  const [ids, years, kinds] = [
    keys.map((key) => key.agencyId),
    keys.map((key) => key.year),
    keys.map((key) => key.kind),
  ];
  return sql`(${agencyId}, ${year}, ${kind}) in (
    select * from unnest(${sql.param(ids)}::text[], ${sql.param(years)}::int[], ${sql.param(kinds)}::text[])
  )`;
}

type Nullable<Row> = { [Name in keyof Row]: Row[Name] | null };
type KeyColumns = Record<keyof ReportKey, AnyPgColumn>;

const keyOf = ({ agencyId, year, kind }: KeyColumns) => ({ agencyId, year, kind });

const nameOf = ({ agencyId, year, kind }: ReportKey) => `${agencyId}/${year}/${kind}`;

async function findSnippets(db: Database, reports: ReportKey[], words: string[]): Promise<Map<string, string>> {
  const told = or(...words.map(passageContains));
  if (!told || reports.length === 0) return new Map();
  const key = [passage.agencyId, passage.year, passage.kind];
  const rows = await db
    .selectDistinctOn(key, { ...keyOf(passage), text: passage.text })
    .from(passage)
    .where(and(isOneOf(passage, reports), told))
    .orderBy(...key, asc(passage.position));
  return new Map(rows.map((row) => [nameOf(row), row.text]));
}
