import { settingsOf } from '../engine/settings.ts';
import type { ReportKind } from '../report/report.ts';
import { formOfYear } from './registry.ts';

/**
 * The last days on which the reports of a year may be public, by law or by the form of that year.
 * @param year the year reported on
 * @returns days `YYYY-MM-DD` in China, by kind of report
 * @example reportDeadlines(2026) // { own: '2027-01-31', consolidated: '2027-03-31' }
 */
export function reportDeadlines(year: number): Readonly<Record<ReportKind, string>> {
  const { own, consolidated } = settingsOf({}, formOfYear(year)).due;
  return { own: `${year + 1}-${own}`, consolidated: `${year + 1}-${consolidated}` };
}
