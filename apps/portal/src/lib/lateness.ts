import type { ReportSummary } from '@gongkai/api/schemas';
import { reportDeadlines } from '@gongkai/schema';

/** Whether a report was first published after the day that the law (条例第四十九条) or its form sets for its kind. */
export function isLate({ year, kind, publishedOn }: Pick<ReportSummary, 'year' | 'kind' | 'publishedOn'>): boolean {
  return publishedOn > reportDeadlines(year)[kind];
}
