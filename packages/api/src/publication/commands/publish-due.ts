import { lockAgency } from '@gongkai/db/agency';
import { claimSchedule, getSchedule, listDue } from '@gongkai/db/publication';
import { getReportFacts } from '@gongkai/db/report';
import { record } from '../../audit/record.ts';
import { installation } from '../../common/actor.ts';
import { inTransaction, type Dependencies } from '../../common/dependencies.ts';
import type { ReportKey } from '../../common/schemas.ts';
import { auditSnapshot } from '../../lifecycle/transition.ts';
import { canTransition, stateOf } from '../../lifecycle/state-machine.ts';
import { makePublic } from './publish.ts';

/** The outcome of the due publications. */
export interface DueOutcome {
  readonly published: readonly ReportKey[];
  /** Failed publications stay due, and the next run retries them. */
  readonly failed: readonly { readonly key: ReportKey; readonly error: unknown }[];
}

/**
 * Publishes every scheduled report that is due, each in a transaction of its own, even if it was scheduled by another
 * process or the server was down. If several processes call it, only one publishes at a time; the others do nothing.
 */
export async function publishDue(deps: Dependencies): Promise<DueOutcome> {
  const published: ReportKey[] = [];
  const failed: { key: ReportKey; error: unknown }[] = [];
  for (const key of await listDue(deps.db, deps.clock())) {
    try {
      if (await publishOne(deps, key)) published.push(key);
    } catch (error) {
      failed.push({ key, error });
    }
  }
  return { published, failed };
}

/** @returns whether this process published the report */
function publishOne(deps: Dependencies, key: ReportKey): Promise<boolean> {
  return inTransaction(deps, async (deps) => {
    const { db, clock } = deps;
    if (!(await claimSchedule(db))) return false;
    await lockAgency(db, key.agencyId);
    const [schedule, facts] = [await getSchedule(db, key), await getReportFacts(db, key)];
    if (!schedule || schedule.due > clock() || !canTransition(stateOf(facts), 'publish', facts)) return false;
    await makePublic(deps, key, facts, schedule.userId);
    const after = auditSnapshot(await getReportFacts(db, key));
    await record(deps, installation, { ...key, action: 'publication.publishDue', before: auditSnapshot(facts), after });
    return true;
  });
}
