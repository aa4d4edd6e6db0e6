import type { Database } from '../../database.ts';
import { passage } from '../../tables/passage.ts';
import { bigrams } from '../common/bigrams.ts';
import { ofReport, type ReportKey } from '../common/report-key.ts';

/** A paragraph of a report, with the key of its section. */
export interface Passage {
  section: string;
  text: string;
}

/** Replaces the search passages of a report; a withdrawn report has none. */
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
