import type { Database } from '@gongkai/db';
import { getAgency, listAgencies } from '@gongkai/db/agency';
import { listReportFacts, type ReportFacts } from '@gongkai/db/report';
import { listRevisionBodies } from '@gongkai/db/roll-up';
import type { Report } from '@gongkai/schema';
import type { ReportKey } from '../common/schemas.ts';
import { reportIn } from '../common/stored-report.ts';
import { stateOf } from '../lifecycle/state-machine.ts';
import type { Stage } from '../common/report-state.ts';

/** No government has so many bodies of one kind; the limit keeps an error in the register from loading every report. */
const most = 100;

/**
 * Loads the last submitted reports of the agency's peers for the same year and in the same form. They may not be public
 * yet, so the result is only for a reviewer of all of them.
 */
export async function loadPeers(db: Database, key: ReportKey, { form }: Pick<Report, 'form'>): Promise<Report[]> {
  const { year, kind } = key;
  const on = `${year}-12-31`;
  const agency = await getAgency(db, key.agencyId, on);
  if (!agency?.parentId) return [];
  const siblings = await listAgencies(db, { parentId: agency.parentId, on });
  const agencyIds = siblings
    .filter((other) => other.id !== agency.id && other.kind === agency.kind && other.level === agency.level)
    .map(({ id }) => id)
    .slice(0, most);
  const revisions = (await listReportFacts(db, { agencyIds, year, kind })).flatMap((facts) => {
    const revision = revisionAtHand(facts);
    return revision === undefined ? [] : [{ agencyId: facts.agencyId, year, kind, revision }];
  });
  const bodies = await listRevisionBodies(db, revisions);
  const order = new Map(agencyIds.map((id, at) => [id, at]));
  return bodies
    .filter((body) => body.form === form)
    .sort((a, b) => order.get(a.agencyId)! - order.get(b.agencyId)!)
    .map(reportIn);
}

const handedIn: ReadonlySet<Stage | undefined> = new Set<Stage>(['submitted', 'accepted', 'scheduled']);

/** Returns the revision that is under review or approved, else the public one. */
function revisionAtHand(facts: ReportFacts): number | undefined {
  const { work, shown } = stateOf(facts);
  if (handedIn.has(work)) return facts.revision?.number;
  return shown && shown !== 'withdrawn' ? facts.shown?.revision : undefined;
}
