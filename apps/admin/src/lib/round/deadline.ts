import type { ExpectedReport } from '@gongkai/api/schemas';
import { formatDay } from '@gongkai/schema/calendar';

/** Formats the time left for a report. */
export function timeLeft({ daysLeft }: Pick<ExpectedReport, 'daysLeft'>): string {
  if (daysLeft < 0) return `已逾期 ${-daysLeft} 天`;
  return daysLeft === 0 ? '今天截止' : `还有 ${daysLeft} 天`;
}

/** Formats the due day, with the extension if one was granted. */
export function dueInWords({ dueOn, lastDay, extendedFor }: ExpectedReport): string {
  if (lastDay === dueOn) return `${formatDay(lastDay)}截止`;
  const why = extendedFor === undefined ? '' : `，延期原因：${extendedFor}`;
  return `准予延期至${formatDay(lastDay)}（原定${formatDay(dueOn)}${why}）`;
}

/** The advice to the agency if submission is closed. */
export function closedAdvice({ closed, collectedBy }: ExpectedReport): string | undefined {
  return closed ? `已停止接收，请向${collectedBy}办公室说明原因、申请延期。` : undefined;
}

/** The first day on which the report can be submitted, if that day is in the future. */
export function opensAdvice({ opensOn }: Pick<ExpectedReport, 'opensOn'>): string | undefined {
  return opensOn === null ? undefined : `${formatDay(opensOn)}起可以提交`;
}

/** True in the last week before the due day, and after it. */
export function isUrgent({ daysLeft }: Pick<ExpectedReport, 'daysLeft'>): boolean {
  return daysLeft <= 7;
}
