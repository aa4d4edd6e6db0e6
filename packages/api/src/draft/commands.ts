import { createHash } from 'node:crypto';
import { lockAgency, type Agency } from '@gongkai/db/agency';
import {
  attachToDraft,
  deleteDraft,
  deleteUnusedAttachments,
  getDraft,
  putAttachment,
  saveDraft,
  type Draft as StoredDraft,
} from '@gongkai/db/draft';
import { getReportFacts } from '@gongkai/db/report';
import { blankReport, formOfYear, type Report } from '@gongkai/schema';
import { entryOf, record, markRecorded } from '../audit/record.ts';
import type { Actor } from '../common/actor.ts';
import { inTransaction, type Dependencies } from '../common/dependencies.ts';
import { ApiError } from '../common/errors.ts';
import type { ReportKey } from '../common/schemas.ts';
import type { Upload } from '../import/upload.ts';
import { parseReportInput } from '../report/parse-report-input.ts';
import { loadLastYear } from '../check-context/last-year.ts';
import { assertTransition, auditSnapshot } from '../lifecycle/transition.ts';
import { withCarriedOver } from './carried-over-figures.ts';
import type { LockedKey, SaveInput, Saved, Started, StartInput } from './schemas.ts';
import { draftNotFound, staleDraft } from './errors.ts';
import { requireStartable } from './startable.ts';

/**
 * Starts a report: blank in the form of its year except for the figures that last year's report determines, or as read
 * from a document, which is then kept with it.
 * @throws {ApiError} not_found, wrong_kind, no_form, already_published, draft_exists, wrong_state, invalid_report,
 * wrong_report
 */
export function start(deps: Dependencies, actor: Actor, input: StartInput, document?: Upload): Promise<Started> {
  const key = keyOf(input);
  return inTransaction(deps, async (deps) => {
    const { db } = deps;
    await lockAgency(db, key.agencyId);
    const agency = await requireStartable(deps, key);
    const given = input.report ? input : withCarriedOver(blank(agency, key), await loadLastYear(db, key));
    const { report, body } = parseReportInput(key, given.report);
    const outcome = await saveDraft(db, {
      ...rowOf(key, report, body),
      ...(given.provenance && { provenance: JSON.stringify(given.provenance) }),
      savedBy: actor.userId,
      lockVersion: 0,
    });
    if ('conflict' in outcome) throw new ApiError('draft_exists');
    if (document) {
      const { mediaType, bytes: content, name } = document;
      const sha256 = await putAttachment(db, { agencyId: key.agencyId, mediaType, content });
      await attachToDraft(db, { ...key, sha256, name });
    }
    await record(deps, actor, { ...key, action: 'draft.start', after: contentOf(1, body) });
    return { lockVersion: outcome.saved.lockVersion };
  });
}

/**
 * Saves a draft only over the version that its editor has seen. If the response to a committed save was lost and the
 * same save is sent again, it succeeds.
 * @throws {ApiError} stale_draft with the version of the other editor, not_found, invalid_report, wrong_report
 */
export async function save(deps: Dependencies, actor: Actor, input: SaveInput): Promise<Saved> {
  const key = keyOf(input);
  const { report, body } = parseReportInput(key, input.report);
  const before = { lockVersion: input.lockVersion };
  const after = contentOf(input.lockVersion + 1, body);
  const outcome = await saveDraft(
    deps.db,
    {
      ...rowOf(key, report, body),
      ...(input.provenance && { provenance: JSON.stringify(input.provenance) }),
      savedBy: actor.userId,
      lockVersion: input.lockVersion,
    },
    entryOf(actor, { ...key, action: 'draft.save', before, after }),
  );
  const saved = 'saved' in outcome ? outcome.saved : outcome.conflict;
  if (!saved) throw draftNotFound();
  if ('conflict' in outcome && !isSameSave(outcome.conflict!, actor, input, body)) throw staleDraft(outcome.conflict!);
  // A repeated save was recorded at its first execution.
  markRecorded(actor);
  const { lockVersion, savedAt } = saved;
  return { lockVersion, savedAt: savedAt.toISOString() };
}

/**
 * Discards a draft in the version that its editor has seen, and its document unless another draft or revision uses it.
 * @throws {ApiError} stale_draft, not_found, wrong_state if it was submitted before and is not public
 */
export function discard(deps: Dependencies, actor: Actor, { lockVersion, ...key }: LockedKey): Promise<void> {
  return inTransaction(deps, async (deps) => {
    const { db } = deps;
    await lockAgency(db, key.agencyId);
    const facts = await getReportFacts(db, key);
    if (facts.draft) assertTransition(facts, 'discard');
    if (!(await deleteDraft(db, key, lockVersion))) {
      const draft = await getDraft(db, key);
      throw draft ? staleDraft(draft) : draftNotFound();
    }
    await deleteUnusedAttachments(db, key.agencyId);
    const after = auditSnapshot(await getReportFacts(db, key));
    await record(deps, actor, { ...key, action: 'draft.discard', before: auditSnapshot(facts), after });
  });
}

/** Returns whether this same save produced the draft: same person, same version, same content. */
function isSameSave(draft: StoredDraft, actor: Actor, { lockVersion, provenance }: SaveInput, body: string): boolean {
  return (
    draft.lockVersion === lockVersion + 1 &&
    draft.savedBy === actor.userId &&
    draft.body === body &&
    (!provenance || draft.provenance === JSON.stringify(provenance))
  );
}

/** Describes the content of a draft for the audit trail. */
function contentOf(lockVersion: number, body: string) {
  return { lockVersion, digest: createHash('sha256').update(body).digest('hex') };
}

function keyOf({ agencyId, year, kind }: ReportKey): ReportKey {
  return { agencyId, year, kind };
}

function rowOf(key: ReportKey, { form, title, origin }: Report, body: string) {
  return { ...key, form, title, origin: origin.type, body };
}

function blank({ name }: Agency, { agencyId, year, kind }: ReportKey): Report {
  const form = formOfYear(year);
  if (!form) throw new ApiError('no_form');
  return blankReport(form, { name, id: agencyId }, year, kind);
}
