import { createHash } from 'node:crypto';
import {
  attachToDraft,
  deleteDraft,
  deleteUnusedAttachments,
  getAttachment,
  getDraft,
  getReportFacts,
  listAgencies,
  listDraftAttachments,
  listDrafts,
  lockAgency,
  putAttachment,
  saveDraft,
  type Agency,
  type Draft as StoredDraft,
} from '@gongkai/db';
import { blankReport, formOfYear, type Report } from '@gongkai/schema';
import { entryOf, record, wasRecorded } from '../audit/record.ts';
import type { Actor } from '../common/actor.ts';
import { inTransaction, type Dependencies } from '../common/dependencies.ts';
import { ApiError } from '../common/errors.ts';
import type { ReportKey } from '../common/schemas.ts';
import { provenance as provenanceSchema, type SourceResult } from '../import/schemas.ts';
import * as documents from '../import/service.ts';
import type { Upload } from '../import/upload.ts';
import { acceptReport } from '../report/accept.ts';
import { besideOf } from '../report/beside.ts';
import { findingsOf } from '../report/findings.ts';
import { lastYearOf, type LastYear } from '../report/last-year.ts';
import { reportIn } from '../report/stored.ts';
import { requireStep, standingOf } from '../review/step.ts';
import { withCarriedOver } from './carry-over.ts';
import type {
  Draft,
  DraftFindings,
  DraftSummary,
  LockedKey,
  SaveInput,
  Saved,
  Started,
  StartInput,
} from './schemas.ts';
import { goneDraft, saverOf, staleDraft } from './stale.ts';
import { requireStartable } from './startable.ts';

export { requireStartable } from './startable.ts';

/** The drafts of these agencies, saved last first. */
export async function list({ db }: Dependencies, agencyIds: readonly string[]): Promise<DraftSummary[]> {
  const ids = [...agencyIds];
  const [drafts, agencies] = await Promise.all([listDrafts(db, ids), listAgencies(db, { ids })]);
  const nameOf = new Map(agencies.map(({ id, name }) => [id, name]));
  return drafts
    .sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime())
    .map((draft) => ({
      ...keyOf(draft),
      agencyName: nameOf.get(draft.agencyId) ?? '',
      title: draft.title,
      form: draft.form,
      origin: draft.origin,
      lockVersion: draft.lockVersion,
      savedAt: draft.savedAt.toISOString(),
      savedBy: saverOf(draft),
    }));
}

/** A draft with what fails in it and last year's report beside it. @throws {ApiError} not_found */
export async function get(deps: Dependencies, key: ReportKey): Promise<Draft> {
  const { db } = deps;
  const [draft, lastYear, files] = await Promise.all([
    getDraft(db, key),
    lastYearOf(db, key),
    listDraftAttachments(db, key),
  ]);
  if (!draft) throw goneDraft();
  const [file] = files;
  return {
    report: reportIn(draft),
    lockVersion: draft.lockVersion,
    savedAt: draft.savedAt.toISOString(),
    savedBy: saverOf(draft),
    findings: await failuresIn(deps, draft, lastYear),
    ...(draft.provenance !== null && { provenance: provenanceSchema.parse(JSON.parse(draft.provenance)) }),
    ...(file && { sourceFile: file.name }),
    ...lastYear,
  };
}

/** What fails in a draft as it was saved last, and in which save. @throws {ApiError} not_found */
export async function findings(deps: Dependencies, key: ReportKey): Promise<DraftFindings> {
  const { db } = deps;
  const [draft, lastYear] = await Promise.all([getDraft(db, key), lastYearOf(db, key)]);
  if (!draft) throw goneDraft();
  return { lockVersion: draft.lockVersion, findings: await failuresIn(deps, draft, lastYear) };
}

/**
 * The document that a draft was started from, read again apart from this process.
 * @throws {ApiError} not_found where there is no draft, or none that came from a document
 */
export async function source(deps: Dependencies, key: ReportKey): Promise<SourceResult> {
  const [file] = await listDraftAttachments(deps.db, key);
  const kept = file && (await getAttachment(deps.db, key.agencyId, file.sha256));
  if (!kept) throw new ApiError('not_found', '这份草稿没有原文件：它是从空白表格填起的');
  const result = await documents.read(deps, { name: file.name, mediaType: kept.mediaType, bytes: kept.content });
  return result.ok ? { ok: true, name: file.name, document: result.document, notes: result.notes } : result;
}

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
    const given = input.report ? input : withCarriedOver(blank(agency, key), await lastYearOf(db, key));
    const { report, body } = acceptReport(key, given.report);
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
  const { report, body } = acceptReport(key, input.report);
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
  if (!saved) throw goneDraft();
  if ('conflict' in outcome && !isSameSave(outcome.conflict!, actor, input, body)) throw staleDraft(outcome.conflict!);
  // A repeated save was recorded when it was first made.
  wasRecorded(actor);
  const { lockVersion, savedAt } = saved;
  return { lockVersion, savedAt: savedAt.toISOString() };
}

/**
 * Throws a draft away as its editor had seen it, and the document that came with it where nothing else has it.
 * @throws {ApiError} stale_draft, not_found, wrong_state where it was handed in before and is not public
 */
export function discard(deps: Dependencies, actor: Actor, { lockVersion, ...key }: LockedKey): Promise<void> {
  return inTransaction(deps, async (deps) => {
    const { db } = deps;
    await lockAgency(db, key.agencyId);
    const facts = await getReportFacts(db, key);
    if (facts.draft) requireStep(facts, 'discard');
    if (!(await deleteDraft(db, key, lockVersion))) {
      const draft = await getDraft(db, key);
      throw draft ? staleDraft(draft) : goneDraft();
    }
    await deleteUnusedAttachments(db, key.agencyId);
    const after = standingOf(await getReportFacts(db, key));
    await record(deps, actor, { ...key, action: 'draft.discard', before: standingOf(facts), after });
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

async function failuresIn({ db, clock }: Dependencies, draft: StoredDraft, lastYear: LastYear) {
  const [key, report] = [keyOf(draft), reportIn(draft)];
  return findingsOf(db, key, report, lastYear, await besideOf(db, key, report, draft.rollUp, clock()));
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
