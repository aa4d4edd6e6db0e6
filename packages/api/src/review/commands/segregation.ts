import { listHolders } from '@gongkai/db/account';
import { agencyAndAbove } from '@gongkai/db/agency';
import type { ReportFacts } from '@gongkai/db/report';
import type { Dependencies } from '../../common/dependencies.ts';
import { ApiError } from '../../common/errors.ts';

/**
 * Requires that a reviewer is not an author of the revision.
 * @throws {ApiError} own_work, naming those who may approve it
 */
export async function assertNotAuthor(
  { db }: Dependencies,
  userId: string | null,
  { agencyId, revision }: ReportFacts,
): Promise<void> {
  const hands = new Set([...revision!.authors, revision!.createdBy]);
  if (userId === null || !hands.has(userId)) return;
  const reviewers = await listHolders(db, 'reviewer', await agencyAndAbove(db, agencyId));
  const others = reviewers.filter((reviewer) => !hands.has(reviewer.userId)).map(({ name }) => name);
  const who =
    others.length > 0 ? `可以审核的有：${others.join('、')}` : '目前没有其他审核人，请安全管理员为另一人授予审核权限';
  throw new ApiError('own_work', `您参与过这份报告的填报，不能由您审核通过。${who}`);
}
