import type { Database } from '../../database.ts';
import { passage } from '../../tables/passage.ts';
import { bigrams } from '../common/bigrams.ts';
import { ofReport, type ReportKey } from '../common/report-key.ts';

/** A paragraph of a report, in the section of that key. */
export interface Passage {
  section: string;
  text: string;
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
