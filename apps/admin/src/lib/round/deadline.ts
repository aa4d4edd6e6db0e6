import type { ExpectedReport } from '@gongkai/api/schemas';
import { formatDay } from '@gongkai/schema/calendar';

/** How much time is left for a report, in words. */
export function timeLeft({ daysLeft }: Pick<ExpectedReport, 'daysLeft'>): string {
  if (daysLeft < 0) return `已逾期 ${-daysLeft} 天`;
  return daysLeft === 0 ? '今天截止' : `还有 ${daysLeft} 天`;
}

/** By which day, with the extension that was granted. */
export function dueInWords({ dueOn, lastDay, extendedFor }: ExpectedReport): string {
  if (lastDay === dueOn) return `${formatDay(lastDay)}截止`;
  const why = extendedFor === undefined ? '' : `，延期原因：${extendedFor}`;
  return `准予延期至${formatDay(lastDay)}（原定${formatDay(dueOn)}${why}）`;
}

/** What to do if submission is refused today. */
export function closedAdvice({ closed, collectedBy }: ExpectedReport): string | undefined {
  return closed ? `已停止接收，请向${collectedBy}办公室说明原因、申请延期。` : undefined;
}

/** From which day on it may be submitted, where that is still to come. */
export function opensAdvice({ opensOn }: Pick<ExpectedReport, 'opensOn'>): string | undefined {
  return opensOn === null ? undefined : `${formatDay(opensOn)}起可以提交`;
}

/** Whether it is time to hurry: the last week, and whatever is late. */
export function isUrgent({ daysLeft }: Pick<ExpectedReport, 'daysLeft'>): boolean {
  return daysLeft <= 7;
}
