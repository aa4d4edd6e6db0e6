import { appendPublication, deleteSchedule, putPassages, putSchedule } from '@gongkai/db/publication';
import { getRevision, type ReportFacts } from '@gongkai/db/report';
import type { Actor } from '../../common/actor.ts';
import { toDay } from '@gongkai/schema/calendar';
import type { Dependencies } from '../../common/dependencies.ts';
import { ApiError } from '../../common/errors.ts';
import type { ReportKey } from '../../common/schemas.ts';
import { reportIn } from '../../common/stored-report.ts';
import { transition } from '../../lifecycle/transition.ts';
import { passagesOf } from '../search-passages.ts';
import type { Published, PublishInput, ScheduleInput } from '../schemas.ts';

/**
 * Publishes the approved revision now; as a correction if another revision was public before.
 * @throws {ApiError} wrong_state, stale_revision
 */
export function publish(deps: Dependencies, actor: Actor, { digest, ...key }: PublishInput): Promise<Published> {
  return transition(deps, actor, key, 'publish', async (deps, facts) => {
    requireDigest(facts, digest);
    return makePublic(deps, key, facts, actor.userId);
  });
}

/**
 * Schedules the publication of the approved revision and replaces an earlier schedule.
 * @throws {ApiError} wrong_state, stale_revision, invalid_input
 */
export function schedule(
  deps: Dependencies,
  actor: Actor,
  { digest, due: moment, ...key }: ScheduleInput,
): Promise<void> {
  return transition(deps, actor, key, 'schedule', async ({ db, clock }, facts) => {
    const revision = requireDigest(facts, digest);
    const due = new Date(moment);
    const ahead = due.getTime() - clock().getTime();
    if (ahead <= 0 || ahead > aYear) throw new ApiError('invalid_input', '定时公布的时间应在现在之后的一年之内');
    await putSchedule(db, { ...key, revision, due, userId: actor.userId });
  });
}

/** Cancels a scheduled publication; the revision stays approved. @throws {ApiError} wrong_state */
export function unschedule(deps: Dependencies, actor: Actor, key: ReportKey): Promise<void> {
  return transition(deps, actor, key, 'unschedule', ({ db }) => deleteSchedule(db, key));
}

/** Publishes the report's last, approved revision. Must be called under the agency's lock. */
export async function makePublic(
  { db, clock }: Dependencies,
  { agencyId, year, kind }: ReportKey,
  { shown, revision: last }: ReportFacts,
  userId: string | null,
): Promise<Published> {
  const key = { agencyId, year, kind };
  const revision = (await getRevision(db, key, last!.number))!;
  await appendPublication(db, {
    ...{ ...key, revision: revision.number, userId },
    action: shown ? 'corrected' : 'published',
    publishedOn: toDay(clock()),
    firstSource: null,
    note: shown ? revision.note : null,
  });
  await putPassages(db, key, passagesOf(reportIn(revision)));
  await deleteSchedule(db, key);
  return { digest: revision.digest, path: reportPath(key) };
}

const aYear = 366 * 24 * 3_600_000;

function requireDigest({ revision }: ReportFacts, digest: string): number {
  if (revision?.digest !== digest) throw new ApiError('stale_revision');
  return revision.number;
}

/** Returns the path of a report's page on the portal. */
export function reportPath({ agencyId, year, kind }: ReportKey): string {
  return `/reports/${agencyId}/${year}/${kind}`;
}
