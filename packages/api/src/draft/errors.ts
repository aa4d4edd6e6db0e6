import type { Draft } from '@gongkai/db/draft';
import { ApiError } from '../common/errors.ts';
import { reportIn } from '../common/stored-report.ts';

/** Returns the name of the person who last saved a draft. */
export function savedByName({ savedByName }: Pick<Draft, 'savedByName'>): string {
  return savedByName ?? '系统';
}

/** Builds the error for a conflicting save. It contains the version of the other person, so that nothing is lost. */
export function staleDraft(draft: Draft): ApiError {
  const savedBy = savedByName(draft);
  return new ApiError('stale_draft', `${savedBy}在您打开之后修改过这份草稿，您的内容没有保存。请比较后再决定保留哪些`, {
    lockVersion: draft.lockVersion,
    savedAt: draft.savedAt.toISOString(),
    savedBy,
    report: reportIn(draft),
  });
}

export function draftNotFound(): ApiError {
  return new ApiError('not_found', '没有这份草稿，可能已被删除，或者已经公布');
}
