import { listAgencies } from '@gongkai/db/agency';
import {
  getAttachment,
  getDraft,
  listDraftAttachments,
  listDrafts,
  type Draft as StoredDraft,
} from '@gongkai/db/draft';
import { checkContextFor } from '../check-context/check-context.ts';
import { loadFindings } from '../check-context/findings.ts';
import { loadLastYear, type LastYear } from '../check-context/last-year.ts';
import type { Dependencies } from '../common/dependencies.ts';
import { ApiError } from '../common/errors.ts';
import type { ReportKey } from '../common/schemas.ts';
import { reportIn } from '../common/stored-report.ts';
import * as documents from '../import/commands.ts';
import { provenance as provenanceSchema, type SourceResult } from '../import/schemas.ts';
import { draftNotFound, savedByName } from './errors.ts';
import type { Draft, DraftFindings, DraftSummary } from './schemas.ts';

export { requireStartable } from './startable.ts';

/** Lists the drafts of these agencies, the last saved first. */
export async function list({ db }: Dependencies, agencyIds: readonly string[]): Promise<DraftSummary[]> {
  const ids = [...agencyIds];
  const [drafts, agencies] = await Promise.all([listDrafts(db, ids), listAgencies(db, { ids })]);
  const nameOf = new Map(agencies.map(({ id, name }) => [id, name]));
  return drafts
    .sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime())
    .map((draft) => ({
      agencyId: draft.agencyId,
      year: draft.year,
      kind: draft.kind,
      agencyName: nameOf.get(draft.agencyId) ?? '',
      title: draft.title,
      form: draft.form,
      origin: draft.origin,
      lockVersion: draft.lockVersion,
      savedAt: draft.savedAt.toISOString(),
      savedBy: savedByName(draft),
    }));
}

/** Returns a draft with its findings and last year's report. @throws {ApiError} not_found */
export async function get(deps: Dependencies, key: ReportKey): Promise<Draft> {
  const { db } = deps;
  const [draft, lastYear, files] = await Promise.all([
    getDraft(db, key),
    loadLastYear(db, key),
    listDraftAttachments(db, key),
  ]);
  if (!draft) throw draftNotFound();
  const [file] = files;
  return {
    report: reportIn(draft),
    lockVersion: draft.lockVersion,
    savedAt: draft.savedAt.toISOString(),
    savedBy: savedByName(draft),
    findings: await failuresIn(deps, draft, lastYear),
    ...(draft.provenance !== null && { provenance: provenanceSchema.parse(JSON.parse(draft.provenance)) }),
    ...(file && { sourceFile: file.name }),
    ...lastYear,
  };
}

/** Returns the findings of a draft's last save, and the number of that save. @throws {ApiError} not_found */
export async function findings(deps: Dependencies, key: ReportKey): Promise<DraftFindings> {
  const { db } = deps;
  const [draft, lastYear] = await Promise.all([getDraft(db, key), loadLastYear(db, key)]);
  if (!draft) throw draftNotFound();
  return { lockVersion: draft.lockVersion, findings: await failuresIn(deps, draft, lastYear) };
}

/**
 * Reads the source document of a draft again, in a child process.
 * @throws {ApiError} not_found if there is no draft, or it was not started from a document
 */
export async function source(deps: Dependencies, key: ReportKey): Promise<SourceResult> {
  const [file] = await listDraftAttachments(deps.db, key);
  const kept = file && (await getAttachment(deps.db, key.agencyId, file.sha256));
  if (!kept) throw new ApiError('not_found', '这份草稿没有原文件：它是从空白表格填起的');
  const result = await documents.read(deps, { name: file.name, mediaType: kept.mediaType, bytes: kept.content });
  return result.ok ? { ok: true, name: file.name, document: result.document, notes: result.notes } : result;
}

async function failuresIn({ db, clock }: Dependencies, draft: StoredDraft, lastYear: LastYear) {
  const report = reportIn(draft);
  return loadFindings(db, draft, report, lastYear, await checkContextFor(db, draft, report, draft.rollUp, clock()));
}
