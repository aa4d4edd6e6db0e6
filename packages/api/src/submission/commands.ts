import { lockAgency } from '@gongkai/db/agency';
import { getDraft } from '@gongkai/db/draft';
import { getReportFacts } from '@gongkai/db/report';
import { addSubmission, findSubmission } from '@gongkai/db/token';
import { record } from '../audit/record.ts';
import type { Actor } from '../common/actor.ts';
import { toDay } from '@gongkai/schema/calendar';
import { inTransaction, type Dependencies } from '../common/dependencies.ts';
import { ApiError } from '../common/errors.ts';
import type { ReportKey } from '../common/schemas.ts';
import * as draft from '../draft/commands.ts';
import { parseReportInput } from '../report/parse-report-input.ts';
import { toCanonicalReport } from '../report/canonical-report.ts';
import { loadFindings } from '../check-context/findings.ts';
import { loadLastYear } from '../check-context/last-year.ts';
import { submit } from '../review/commands/submit.ts';
import { stateOf } from '../lifecycle/state-machine.ts';
import type { Bearer } from '../token/commands.ts';
import type { SubmissionAnswer } from './schemas.ts';
import { keyOf } from './report-key.ts';

/** One submission by token. */
export interface TokenSubmission {
  readonly bearer: Bearer;
  readonly actor: Actor;
  /** The JSON that was sent. */
  readonly report: unknown;
  readonly dryRun: boolean;
  /** The sender's idempotency key; a repeated call has no effect. A dry run needs none. */
  readonly idempotencyKey: string | undefined;
}

/**
 * Submits a report for the token's agency: creates and submits a draft in one transaction. A returned report is
 * replaced; a draft on which people work is not changed.
 * @throws {ApiError} token_foreign, invalid_report, idempotency_conflict, draft_exists, and the codes of `submit`
 */
export async function submitByToken(deps: Dependencies, call: TokenSubmission): Promise<SubmissionAnswer> {
  const { bearer, dryRun } = call;
  const key = keyOf(bearer.token.agencyId, call.report);
  const { report } = parseReportInput(key, call.report);
  const findings = await loadFindings(deps.db, key, report, await loadLastYear(deps.db, key), {
    today: toDay(deps.clock()),
  });
  const answer = { ...key, dryRun, findings };
  const { digest: requestDigest } = toCanonicalReport(report);
  if (dryRun) return { ...answer, ...(await tryOut(deps, call, key, requestDigest)) };
  try {
    return await inTransaction(deps, async (deps) => {
      await lockAgency(deps.db, key.agencyId);
      const before = await answerBefore(deps, call, key, requestDigest);
      if (before) return before;
      const done: SubmissionAnswer = { ...answer, accepted: true, ...(await take(deps, call, key)) };
      await addSubmission(deps.db, {
        ...{ ...key, key: call.idempotencyKey!, requestDigest },
        ...{ answer: JSON.stringify(done), tokenId: bearer.token.id, at: deps.clock() },
      });
      const after = { token: bearer.token.id, revision: done.revision, digest: done.digest };
      await record(deps, call.actor, { ...key, action: 'submission.handIn', after });
      return done;
    });
  } catch (error) {
    // A refused submission is recorded too, after its transaction was rolled back.
    const outcome = error instanceof ApiError ? error.code : 'internal';
    await record(deps, call.actor, {
      ...{ ...key, action: 'submission.handIn', outcome, after: { token: bearer.token.id } },
    });
    throw error;
  }
}

/**
 * Returns the response to an earlier call with this key.
 * @throws {ApiError} idempotency_conflict if that call sent another report
 */
async function answerBefore(
  { db }: Dependencies,
  { idempotencyKey }: TokenSubmission,
  { agencyId }: ReportKey,
  requestDigest: string,
): Promise<SubmissionAnswer | undefined> {
  const before = idempotencyKey === undefined ? undefined : await findSubmission(db, agencyId, idempotencyKey);
  if (before && before.requestDigest !== requestDigest) throw new ApiError('idempotency_conflict');
  return before && (JSON.parse(before.answer) as SubmissionAnswer);
}

/** Runs all steps and rolls them back; for a key that succeeded before, returns the earlier result. */
async function tryOut(
  deps: Dependencies,
  call: TokenSubmission,
  key: ReportKey,
  requestDigest: string,
): Promise<Pick<SubmissionAnswer, 'accepted' | 'problem' | 'revision' | 'digest'>> {
  const undo = new Error('it was a dry run');
  try {
    const before = await answerBefore(deps, call, key, requestDigest);
    if (before) return { accepted: true, revision: before.revision, digest: before.digest };
    await inTransaction(deps, async (deps) => {
      await take(deps, call, key);
      throw undo;
    });
  } catch (error) {
    if (error instanceof ApiError && error.code !== 'internal')
      return { accepted: false, problem: { code: error.code, message: error.message } };
    if (error !== undo) throw error;
  }
  return { accepted: true };
}

async function take(deps: Dependencies, { actor, report }: TokenSubmission, key: ReportKey) {
  await lockAgency(deps.db, key.agencyId);
  const facts = await getReportFacts(deps.db, key);
  const existing = await getDraft(deps.db, key);
  if (existing && stateOf(facts).work !== 'returned') throw new ApiError('draft_exists');
  const input = { ...key, report: report as never };
  const { lockVersion } = existing
    ? await draft.save(deps, actor, { ...input, lockVersion: existing.lockVersion })
    : await draft.start(deps, actor, input);
  return submit(deps, actor, { ...key, lockVersion });
}
