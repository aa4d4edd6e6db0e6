import { listReportsWithPassages } from '@gongkai/db/maintenance';
import { putPassages } from '@gongkai/db/publication';
import { listPublicReports, getRevision, putFigures } from '@gongkai/db/report';
import { inTransaction, type Dependencies } from '../common/dependencies.ts';
import { passagesOf } from '../publication/search-passages.ts';
import { reportIn } from '../common/stored-report.ts';
import { walkAllRevisions, figuresOfRevision, type OnProgress } from './walk-revisions.ts';

const PAGE = 200;

export interface Rebuilt {
  readonly revisions: number;
  /** Number of revisions whose figures did not match their body. */
  readonly corrected: number;
  /** Number of reports that search now finds by their text. */
  readonly reports: number;
}

/**
 * Rebuilds the data derived from revisions: figures for statistics, and text for search. Correct data is left
 * unchanged, and each report is complete at every moment.
 */
export async function rebuild(deps: Dependencies, onProgress: OnProgress = () => undefined): Promise<Rebuilt> {
  const { db } = deps;
  let revisions = 0;
  let corrected = 0;
  for await (const revision of walkAllRevisions(db, onProgress)) {
    const { agencyId, year, kind, number, form } = revision;
    const { cells, stored } = figuresOfRevision(revision);
    revisions += 1;
    if (stored) continue;
    await putFigures(db, { agencyId, year, kind, revision: number, form, cells });
    corrected += 1;
  }
  return { revisions, corrected, reports: await rebuildPassages(deps) };
}

async function rebuildPassages(deps: Dependencies): Promise<number> {
  const stale = new Map(
    (await listReportsWithPassages(deps.db)).map((key) => [JSON.stringify(Object.values(key)), key]),
  );
  let reports = 0;
  for (let offset = 0; ; offset += PAGE) {
    const page = await listPublicReports(deps.db, {}, { limit: PAGE, offset });
    for (const { agencyId, year, kind, revision: number } of page) {
      const key = { agencyId, year, kind };
      await inTransaction(deps, async ({ db }) => {
        const revision = await getRevision(db, key, number);
        await putPassages(db, key, revision ? passagesOf(reportIn(revision)) : []);
      });
      stale.delete(JSON.stringify(Object.values(key)));
      reports += 1;
    }
    if (page.length < PAGE) break;
  }
  for (const key of stale.values()) await putPassages(deps.db, key, []);
  return reports;
}
