import type { Extension, Round } from '@gongkai/db/round';
import type { ReportKind } from '@gongkai/schema';
import { toDay } from '@gongkai/schema/calendar';
import type { RoundLock, Timing } from './schemas.ts';

/** No round is open longer: the next year's begins. */
export function latestDay(year: number): string {
  return `${year + 1}-12-31`;
}

/** The last day of a kind of report in a round. */
export function dueDay(
  { dueOwn, dueConsolidated }: Pick<Round, 'dueOwn' | 'dueConsolidated'>,
  kind: ReportKind,
): string {
  return kind === 'own' ? dueOwn : dueConsolidated;
}

/** The last day of a body: that of its last extension, which never shortens the time that all have. */
export function lastDay(dueOn: string, extensions: readonly Pick<Extension, 'until'>[]): string {
  const until = extensions.at(-1)?.until;
  return until !== undefined && until > dueOn ? until : dueOn;
}

/** Whether a report may not be submitted at that moment. An extension holds against every lock. */
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

/** How a report stands to its day; of one that was withdrawn it is said no more than that. */
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
