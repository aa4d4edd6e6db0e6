import type { DraftFindings, ReportKey, StaleDraft } from '@gongkai/api/schemas';
import { api } from '../api/client.ts';
import { isTransient, reportFailure, toFailure } from '../api/failure.ts';
import { Draft, type DraftContent } from './draft.svelte.ts';
import { describeOversize } from './report-size.ts';
import type { SaveResult } from './saver.ts';

/** Loads a draft from the server, with the calls that save and check it. @throws TRPCClientError if the server refuses */
export async function loadDraft(key: ReportKey): Promise<Draft> {
  const [saved, { agency }] = await Promise.all([api.draft.get.query(key), api.agency.get.query({ id: key.agencyId })]);
  return new Draft(key, saved, agency, {
    save: (content, version) => save(key, content, version),
    check: () => check(key),
  });
}

async function save(
  key: ReportKey,
  { report, provenance }: DraftContent,
  lockVersion: number,
): Promise<SaveResult<StaleDraft>> {
  try {
    const saved = await api.draft.save.mutate({ ...key, lockVersion, report, provenance });
    return { kind: 'saved', version: saved.lockVersion, at: saved.savedAt };
  } catch (error) {
    const failure = toFailure(error);
    reportFailure(failure);
    if (failure.code === 'stale_draft' && failure.details) return { kind: 'stale', theirs: failure.details };
    const message = failure.code === 'too_large' ? describeOversize(report) : failure.message;
    return { kind: 'failed', message, passing: isTransient(failure) };
  }
}

/** Checks the saved draft. A failure is not shown while the user types, because submitting checks again. */
async function check(key: ReportKey): Promise<DraftFindings | undefined> {
  try {
    return await api.draft.findings.query(key);
  } catch (error) {
    reportFailure(toFailure(error));
    return undefined;
  }
}
