import type { ReportSummary } from '@gongkai/api/schemas';
import { reportDeadlines } from '@gongkai/schema';

/** True if a report was first published after the deadline of its kind, set by law (条例第四十九条) or by its form. */
export function isLate({ year, kind, publishedOn }: Pick<ReportSummary, 'year' | 'kind' | 'publishedOn'>): boolean {
  return publishedOn > reportDeadlines(year)[kind];
}
