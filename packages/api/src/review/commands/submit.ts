import type { Database } from '@gongkai/db';
import { attachToRevision, deleteDraft, getDraft, listDraftAttachments, type Draft } from '@gongkai/db/draft';
import { appendRevision, getRevision, putFigures } from '@gongkai/db/report';
import { appendReview, listComments } from '@gongkai/db/review';
import { figureVector, formOf, lapsed, unexplained, type Origin, type Report } from '@gongkai/schema';
import type { Actor } from '../../common/actor.ts';
import type { Dependencies } from '../../common/dependencies.ts';
import { ApiError } from '../../common/errors.ts';
import type { ReportKey } from '../../common/schemas.ts';
import { draftNotFound, staleDraft } from '../../draft/errors.ts';
import { parseReportInput } from '../../report/parse-report-input.ts';
import { checkContextFor } from '../../check-context/check-context.ts';
import { toCanonicalReport } from '../../report/canonical-report.ts';
import { longText } from '../../check-context/check-report.ts';
import { loadFindings } from '../../check-context/findings.ts';
import { loadLastYear } from '../../check-context/last-year.ts';
import { reportIn } from '../../common/stored-report.ts';
import { requireOpenRound } from '../../round/open-round.ts';
import { requireYearOver } from '../../round/year-end.ts';
import type { SubmitInput, Submitted } from '../schemas.ts';
import { transition } from '../../lifecycle/transition.ts';

/**
 * Submits a draft: it becomes a revision with its figures and files, and waits for review. The draft is removed until
 * the revision is recalled or returned, so that nobody changes a report under review.
 * @throws {ApiError} not_found, stale_draft, wrong_state, open_comments, blocked_by_findings, unexplained_findings,
 * year_not_over, round_closed, invalid_input if a correction changes nothing
 */
export async function submit(deps: Dependencies, actor: Actor, input: SubmitInput): Promise<Submitted> {
  const { agencyId, year, kind, lockVersion, note = null, publicNote } = input;
  const key = { agencyId, year, kind };
  const { userId } = actor;
  await checkBeforehand(deps, key);
  return transition(deps, actor, input, 'submit', async (deps, facts) => {
    const { db, clock } = deps;
    const { draft: drafted, revision: last, review, shown } = facts;
    const draft = await getDraft(db, key);
    if (!draft || !drafted) throw draftNotFound();
    if (draft.lockVersion !== lockVersion) throw staleDraft(draft);
    await requireYearOver(deps, key);
    await requireOpenRound(deps, facts);
    if (review?.action === 'returned' && draft.basedOn === last?.number) await requireReplies(db, key, last.number);
    const report = await complete(deps, key, draft);

    const { form, title, origin } = report;
    const { body, digest } = toCanonicalReport(report);
    const toPublic = shown && (publicNote ?? draft.note);
    if (shown && toPublic === null) throw new ApiError('invalid_input', '请填写向公众说明的更正内容');
    if (shown && shown.action !== 'withdrawn' && shown.digest === digest)
      throw new ApiError('invalid_input', '更正稿与已公布的报告完全相同，请修改后再提交，或者放弃更正');
    const files = await listDraftAttachments(db, key);
    // Saving takes no lock, so a save after the draft was read must be detected here.
    if (!(await deleteDraft(db, key, lockVersion))) throw staleDraft((await getDraft(db, key))!);
    const hands = [...draft.authors, draft.savedBy, userId].filter((id) => id !== null);
    const { number: revision } = await appendRevision(db, {
      ...{ ...key, form, title, body, digest },
      origin: origin.type,
      provenance: draft.provenance,
      basedOn: draft.basedOn,
      rollUp: draft.rollUp,
      note: toPublic,
      authors: [...new Set(hands)],
      createdBy: userId,
    });
    for (const { sha256, name } of files) await attachToRevision(db, { ...key, revision, sha256, name });
    await putFigures(db, { ...key, revision, form, cells: figureVector(formOf(form), report.tables) });
    await appendReview(db, { ...key, revision, action: 'submitted', note, userId, at: clock() });
    return { revision, digest };
  });
}

/**
 * Checks a long draft before the transaction, which then gets the same findings from the cache. Other requests do not
 * wait for its locks, or for the one connection of an embedded database, during the check.
 */
async function checkBeforehand(deps: Dependencies, key: ReportKey): Promise<void> {
  const draft = await getDraft(deps.db, key);
  if (!draft || draft.body.length < longText) return;
  // Errors are ignored here because the transaction finds and reports them again.
  await complete(deps, key, draft).catch(() => undefined);
}

/**
 * Returns the report to be submitted. Requires that no finding blocks it and all are explained, and removes lapsed
 * explanations.
 */
async function complete({ db, clock }: Dependencies, key: ReportKey, draft: Draft): Promise<Report> {
  const { report: given } = parseReportInput(key, { ...reportIn(draft), origin: await originOf(db, key, draft) });
  const beside = await checkContextFor(db, key, given, draft.rollUp, clock());
  const findings = await loadFindings(db, key, given, await loadLastYear(db, key), beside);
  // An archived report is stored unchanged, regardless of its findings.
  if (given.origin.type === 'entered') {
    const blocking = findings.filter(({ severity }) => severity === 'block');
    if (blocking.length > 0) throw new ApiError('blocked_by_findings', undefined, { findings: blocking });
    const open = unexplained(given, findings);
    if (open.length > 0) throw new ApiError('unexplained_findings', undefined, { findings: open });
  }
  const leftOver = new Set(lapsed(given, findings));
  return { ...given, explanations: given.explanations.filter((explanation) => !leftOver.has(explanation)) };
}

/** Returns the origin of the corrected revision, so that a draft cannot declare itself an archived report. */
async function originOf(db: Database, key: ReportKey, { basedOn }: Draft): Promise<Origin> {
  const base = basedOn === null ? undefined : await getRevision(db, key, basedOn);
  return base ? reportIn(base).origin : { type: 'entered' };
}

async function requireReplies(db: Database, key: ReportKey, returned: number): Promise<void> {
  const comments = await listComments(db, key);
  const open = comments.filter(({ revision, replies }) => revision === returned && replies.length === 0);
  if (open.length > 0)
    throw new ApiError('open_comments', `还有 ${open.length} 条审核意见没有回复，请逐条处理并回复后再提交`);
}
