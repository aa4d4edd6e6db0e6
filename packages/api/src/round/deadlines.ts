import type { Extension, Round } from '@gongkai/db/round';
import type { ReportKind } from '@gongkai/schema';
import { toDay } from '@gongkai/schema/calendar';
import type { RoundLock, Timing } from './schemas.ts';

/** Returns the latest permitted due day: then the round of the next year begins. */
export function latestDay(year: number): string {
  return `${year + 1}-12-31`;
}

/** Returns the due day of a kind of report in a round. */
export function dueDay(
  { dueOwn, dueConsolidated }: Pick<Round, 'dueOwn' | 'dueConsolidated'>,
  kind: ReportKind,
): string {
  return kind === 'own' ? dueOwn : dueConsolidated;
}

/** Returns the last day of a body: that of its last extension, or the general due day if it is later. */
export function lastDay(dueOn: string, extensions: readonly Pick<Extension, 'until'>[]): string {
  const until = extensions.at(-1)?.until;
  return until !== undefined && until > dueOn ? until : dueOn;
}

/** Returns whether submission is refused at a moment. An extension overrides every lock. */
export function isClosed(
  lock: RoundLock,
  dueOn: string,
  extensions: readonly Pick<Extension, 'until'>[],
  moment: Date,
): boolean {
  const today = toDay(moment);
  const until = lastDay(dueOn, extensions);
  if (lock === 'open') return false;
  if (lock === 'locked') return !(extensions.length > 0 && today <= until);
  return today > until;
}

/** Returns whether a report was on time; a withdrawn report is only `withdrawn`. */
export function timingOf(
  dueOn: string,
  until: string,
  publishedOn: string | null,
  today: string,
  isWithdrawn = false,
): Timing {
  if (isWithdrawn) return 'withdrawn';
  if (publishedOn === null) return today > until ? 'overdue' : 'pending';
  if (publishedOn <= dueOn) return 'onTime';
  return publishedOn <= until ? 'extended' : 'late';
}
