import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { agencyPeriod } from '../tables/agency.ts';
import { passage } from '../tables/passage.ts';
import { isCurrent } from './agencies.ts';
import { bigrams } from './bigrams.ts';
import { ofReport, type ReportKey } from './report-key.ts';
import type { Page } from './reports.ts';
import { tells, wordsOf } from './words.ts';

/** A paragraph of a report, in the section of that key. */
export interface Passage {
  section: string;
  text: string;
}

export interface PassageFound extends ReportKey, Passage {
  agencyName: string;
}

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

/** Passages that have all words of the query, of the latest years first; single characters are left out. */
export async function searchPassages(
  db: Database,
  query: string,
  filter: { agencyIds?: string[]; year?: number },
  { limit, offset = 0 }: Page,
): Promise<PassageFound[]> {
  const told = and(...wordsOf(query).map(tells));
  if (!told) return [];
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
        told,
        filter.agencyIds && inArray(passage.agencyId, filter.agencyIds),
        filter.year === undefined ? undefined : eq(passage.year, filter.year),
      ),
    )
    .orderBy(desc(passage.year), passage.agencyId, passage.kind, passage.position)
    .limit(limit)
    .offset(offset);
}
