import { isEarlySubmissionAllowed } from '@gongkai/db/round';
import { formatDay, toDay } from '@gongkai/schema/calendar';
import type { Dependencies } from '../common/dependencies.ts';
import { ApiError } from '../common/errors.ts';

/** Returns the first day, in Asia/Shanghai, on which the reports of a year may be submitted. */
export function firstDay(year: number): string {
  return `${year + 1}-01-01`;
}

/** Returns whether a year is over in Asia/Shanghai. */
export function isYearOver(year: number, moment: Date): boolean {
  return toDay(moment) >= firstDay(year);
}

/**
 * Refuses a report of a year that is not over, because its figures cannot be final. The collecting office may allow a
 * body to submit early.
 * @throws {ApiError} year_not_over
 */
export async function requireYearOver(
  { db, clock }: Dependencies,
  { agencyId, year }: { readonly agencyId: string; readonly year: number },
): Promise<void> {
  if (isYearOver(year, clock()) || (await isEarlySubmissionAllowed(db, agencyId, year))) return;
  throw new ApiError(
    'year_not_over',
    `${year}年度还没有结束，${formatDay(firstDay(year))}起才能提交，草稿不受影响。机关在年内撤销、合并的，请向上级人民政府办公室说明原因，由其在年度收集中准予提前提交`,
  );
}
