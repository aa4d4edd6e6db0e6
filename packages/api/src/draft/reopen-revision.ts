import type { Database } from '@gongkai/db';
import { attachToDraft, listRevisionAttachments, saveDraft } from '@gongkai/db/draft';
import { getRevision } from '@gongkai/db/report';
import { ApiError } from '../common/errors.ts';
import type { ReportKey } from '../common/schemas.ts';
import type { Reopened } from './schemas.ts';

/**
 * Creates a draft from a revision, with its files, provenance and authors.
 * @param savedBy the person recorded as last editor; none if a reviewer returned the report
 * @param note the note to the public if the draft corrects a public report
 */
export async function reopenRevision(
  db: Database,
  key: ReportKey,
  number: number,
  savedBy: string | null,
  note?: string,
): Promise<Reopened> {
  const revision = await getRevision(db, key, number);
  if (!revision) throw new ApiError('not_found');
  const { form, title, origin, body, provenance, rollUp, authors, createdBy } = revision;
  const outcome = await saveDraft(db, {
    ...{ ...key, form, title, origin, body, provenance, rollUp, savedBy },
    basedOn: number,
    note: note ?? revision.note,
    authors: createdBy === null ? authors : [...authors, createdBy],
    lockVersion: 0,
  });
  if ('conflict' in outcome) throw new ApiError('draft_exists');
  for (const { sha256, name } of await listRevisionAttachments(db, { ...key, revision: number }))
    await attachToDraft(db, { ...key, sha256, name });
  return { lockVersion: outcome.saved.lockVersion };
}
