import type { ReportFacts } from '@gongkai/db/report';
import { listExtensions, listRoundsOf } from '@gongkai/db/round';
import { formatDay } from '@gongkai/schema/calendar';
import type { Dependencies } from '../common/dependencies.ts';
import { ApiError } from '../common/errors.ts';
import { stateOf } from '../lifecycle/state-machine.ts';
import { dueDay, isClosed, lastDay } from './deadlines.ts';

/**
 * Refuses a submission after the round was closed for the body. Two cases are always accepted: a report that the
 * reviewer returned, because the reviewer expects it again, and the correction of a public report. A report that its
 * drafter recalled counts as never submitted.
 * @throws {ApiError} round_closed
 */
export async function requireOpenRound({ db, clock }: Dependencies, facts: ReportFacts): Promise<void> {
  const { agencyId, year, kind, shown } = facts;
  if (shown || stateOf(facts).work === 'returned') return;
  for (const round of await listRoundsOf(db, agencyId, year)) {
    const [dueOn, extensions] = [dueDay(round, kind), await listExtensions(db, round.id, agencyId)];
    if (!isClosed(round.lock, dueOn, extensions, clock())) continue;
    const since = round.lock === 'locked' ? '已经关闭' : `已于${formatDay(lastDay(dueOn, extensions))}截止`;
    throw new ApiError(
      'round_closed',
      `${round.agencyName}${year}年度的年度报告收集${since}，草稿已保留。请向${round.agencyName}办公室说明原因、申请延期，准予后再提交`,
    );
  }
}
