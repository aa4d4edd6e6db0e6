import type { Database } from '@gongkai/db';
import { listAgencies, type Agency } from '@gongkai/db/agency';
import { getRound, type Round } from '@gongkai/db/round';
import { ApiError } from '../common/errors.ts';
import type { RoundKey } from './schemas.ts';
import { reportKindOf } from '../common/agency-attributes.ts';

/** Reason for leaving out bodies that report to their own system (条例 第三条). */
export const verticallyLedReason = '垂直管理机关，由本系统汇总';

/** Lists the bodies directly below a government at the end of the year reported on, including vertically led ones. */
export function bodiesBelow(db: Database, { agencyId, year }: RoundKey): Promise<Agency[]> {
  return listAgencies(db, { parentId: agencyId, on: `${year}-12-31` });
}

/** Lists the bodies directly below a government that were dissolved during the year reported on. */
export async function bodiesDissolved(db: Database, { agencyId, year }: RoundKey): Promise<Agency[]> {
  const all = await listAgencies(db, { parentId: agencyId, dissolved: true });
  return all.filter(
    ({ dissolvedOn }) => dissolvedOn !== null && dissolvedOn > `${year}-01-01` && dissolvedOn <= `${year}-12-31`,
  );
}

/** @throws {ApiError} not_found, wrong_kind if the agency makes no consolidated report */
export async function requireGovernment(db: Database, agencyId: string): Promise<Agency> {
  const [government] = await listAgencies(db, { ids: [agencyId] });
  if (!government) throw new ApiError('not_found', '没有这个机关，请重新选择');
  if (reportKindOf(government) !== 'consolidated')
    throw new ApiError('wrong_kind', '只有县级以上人民政府汇总下级机关的年度报告，请选择本级人民政府');
  return government;
}

/** @throws {ApiError} not_found */
export async function requireRound(db: Database, { agencyId, year }: RoundKey): Promise<Round> {
  const round = await getRound(db, agencyId, year);
  if (!round) throw new ApiError('not_found', `${year} 年度的收集还没有开始`);
  return round;
}
