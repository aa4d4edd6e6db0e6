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

/** What became of publications that were due. */
export interface DueOutcome {
  readonly published: readonly ReportKey[];
  /** They stay due: the next run tries again. */
  readonly failed: readonly { readonly key: ReportKey; readonly error: unknown }[];
}

/**
 * Makes the publications that are due by now, each in a transaction of its own, whichever process set them and however
 * long nothing ran. Of many processes one at a time does; the others leave it to that one.
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

/** @returns whether it was still to be made, and this process made it */
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
