import { lockAgency } from '@gongkai/db/agency';
import { attachToRevision, deleteDraft, getDraft, listDraftAttachments, type AttachedFile } from '@gongkai/db/draft';
import { appendPublication, putPassages } from '@gongkai/db/publication';
import { appendRevision, getReportFacts, putFigures } from '@gongkai/db/report';
import { figureVector, formOf, type Report } from '@gongkai/schema';
import { record } from '../../audit/record.ts';
import type { Actor } from '../../common/actor.ts';
import { toDay } from '@gongkai/schema/calendar';
import { inTransaction, type Dependencies } from '../../common/dependencies.ts';
import { ApiError } from '../../common/errors.ts';
import type { ReportKey } from '../../common/schemas.ts';
import { draftNotFound, staleDraft } from '../../draft/errors.ts';
import { parseReportInput } from '../../report/parse-report-input.ts';
import { toCanonicalReport } from '../../report/canonical-report.ts';
import { reportIn } from '../../common/stored-report.ts';
import { assertTransition, auditSnapshot } from '../../lifecycle/transition.ts';
import { requireYearOver } from '../../round/year-end.ts';
import { passagesOf } from '../search-passages.ts';
import { reportPath } from './publish.ts';
import type { PublishArchivedInput, Published } from '../schemas.ts';

/** A report that was published elsewhere before, with the day and the place. */
export interface ArchivedReport extends ReportKey {
  readonly report: Report;
  readonly publishedOn: string;
  readonly sourceUrl?: string | undefined;
}

/**
 * Publishes a draft as an archived report in one transaction: the report is unchanged and its findings are shown.
 * @throws {ApiError} not_found, stale_draft, already_published, year_not_over, invalid_report, invalid_input
 */
export function publishArchived(deps: Dependencies, actor: Actor, input: PublishArchivedInput): Promise<Published> {
  const { agencyId, year, kind, lockVersion, publishedOn, sourceUrl } = input;
  const key = { agencyId, year, kind };
  return inTransaction(deps, async (deps) => {
    const { db } = deps;
    await lockAgency(db, agencyId);
    const draft = await getDraft(db, key);
    if (!draft) throw draftNotFound();
    const files = await listDraftAttachments(db, key);
    if (!(await deleteDraft(db, key, lockVersion))) throw staleDraft(draft);
    return archive(deps, actor, { ...key, report: reportIn(draft), publishedOn, sourceUrl }, files);
  });
}

/** Archives reports without drafts, such as a county's past years, in one transaction. */
export function archiveAll(deps: Dependencies, actor: Actor, reports: readonly ArchivedReport[]): Promise<Published[]> {
  return inTransaction(deps, async (deps) => {
    const published: Published[] = [];
    for (const report of reports) published.push(await archive(deps, actor, report, []));
    return published;
  });
}

async function archive(
  deps: Dependencies,
  actor: Actor,
  { agencyId, year, kind, report: given, publishedOn, sourceUrl }: ArchivedReport,
  files: readonly AttachedFile[],
): Promise<Published> {
  const { db, clock } = deps;
  const { userId } = actor;
  const key = { agencyId, year, kind };
  if (publishedOn < `${year}-01-01` || publishedOn > toDay(clock()))
    throw new ApiError('invalid_input', `首次公布日期应在 ${year} 年 1 月 1 日至今天之间，请核对`);
  await requireYearOver(deps, key);
  await lockAgency(db, agencyId);
  const facts = await getReportFacts(db, key);
  if (facts.shown) throw new ApiError('already_published');
  if (facts.draft) throw new ApiError('draft_exists');
  assertTransition(facts, 'archive');

  const file = files[0]?.name;
  const source = { ...(sourceUrl && { url: sourceUrl }), ...(file && { file }), publishedOn };
  const { report } = parseReportInput(key, { ...given, origin: { type: 'archived', source } });
  const { form, title } = report;
  const { body, digest } = toCanonicalReport(report);

  const { number: revision } = await appendRevision(db, {
    ...{ ...key, form, title, body, digest },
    origin: 'archived',
    createdBy: userId,
  });
  for (const { sha256, name } of files) await attachToRevision(db, { ...key, revision, sha256, name });
  await putFigures(db, { ...key, revision, form, cells: figureVector(formOf(form), report.tables) });
  const firstSource = sourceUrl ?? file ?? null;
  await appendPublication(db, { ...key, revision, action: 'published', publishedOn, firstSource, note: null, userId });
  await putPassages(db, key, passagesOf(report));
  const after = { stage: 'archived', revision, digest, public: digest };
  await record(deps, actor, { ...key, action: 'publication.publishArchived', before: auditSnapshot(facts), after });
  return { digest, path: reportPath(key) };
}
