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
 * Starts a report: blank in the form of its year but for what last year's determines, or as it was read from a document,
 * which is then kept with it.
 * @throws {ApiError} not_found, wrong_kind, no_form, already_published, draft_exists, wrong_state, invalid_report, wrong_report
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
 * Saves a draft over the version that its editor had seen, and over no other. The same save sent again, since its answer
 * was lost after the database had committed it, is answered as saved.
 * @throws {ApiError} stale_draft with what the other saved, not_found, invalid_report, wrong_report
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
  // A repeated save was recorded when it was first made.
  markRecorded(actor);
  const { lockVersion, savedAt } = saved;
  return { lockVersion, savedAt: savedAt.toISOString() };
}

/**
 * Throws a draft away as its editor had seen it, and the document that came with it where nothing else has it.
 * @throws {ApiError} stale_draft, not_found, wrong_state where it was submitted before and is not public
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

/** Whether a draft is as this very save left it: by the same person, on the same version, with the same content. */
function isSameSave(draft: StoredDraft, actor: Actor, { lockVersion, provenance }: SaveInput, body: string): boolean {
  return (
    draft.lockVersion === lockVersion + 1 &&
    draft.savedBy === actor.userId &&
    draft.body === body &&
    (!provenance || draft.provenance === JSON.stringify(provenance))
  );
}

/** For the audit trail. */
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
