import { getPublicReport, type Database, type Revision } from '@gongkai/db';
import type { Report } from '@gongkai/schema';
import type { ReportKey } from '../common/schemas.ts';

/** The report in a body that this system stored: it was parsed before it came in. */
export function reportIn({ body }: Pick<Revision, 'body'>): Report {
  return JSON.parse(body) as Report;
}

/** The agency's published report of the year before, or undefined. */
export async function previousReport(db: Database, { agencyId, year, kind }: ReportKey): Promise<Report | undefined> {
  const found = await getPublicReport(db, { agencyId, year: year - 1, kind });
  return found?.revision ? reportIn(found.revision) : undefined;
}
