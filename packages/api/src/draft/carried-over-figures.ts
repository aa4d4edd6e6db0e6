import { carriedOver, formOf, withValue, type Report } from '@gongkai/schema';
import type { Provenance } from '../import/schemas.ts';
import type { LastYear } from '../check-context/last-year.ts';

/** Fills a new report with the figures that last year's report determines, and marks these cells as carried over. */
export function withCarriedOver(blank: Report, lastYear: LastYear): { report: Report; provenance?: Provenance } {
  const form = formOf(blank.form);
  const carried = [...carriedOver(form, lastYear)];
  if (carried.length === 0) return { report: blank };
  return {
    report: carried.reduce((report, [cell, value]) => withValue(form, report, cell, value), blank),
    provenance: Object.fromEntries(
      carried.map(([cell, value]) => [cell, { raw: String(value), certainty: 'carried' as const }]),
    ),
  };
}
