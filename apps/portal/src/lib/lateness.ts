import type { ReportSummary } from '@gongkai/api/schemas';
import { defaultSettings } from '@gongkai/schema';

/** Whether a report was first published after the day that the law sets for its kind (条例第四十九条). */
export function isLate({ year, kind, publishedOn }: Pick<ReportSummary, 'year' | 'kind' | 'publishedOn'>): boolean {
  return publishedOn > `${year + 1}-${defaultSettings.due[kind]}`;
}
