import { cellsOf, formOf, formatValue, previousValues, valueAt, type Report } from '@gongkai/schema';
import type { SubmittedRevision } from '@gongkai/api/schemas';

/** A figure and last year's figure, as printed. */
export interface FigureDifference {
  readonly code: string;
  readonly before: string;
  readonly after: string;
}

/** The figures that differ from last year's, in official order, as far as the two forms are comparable. */
export function lastYearDifferences(
  report: Report,
  context: Pick<SubmittedRevision, 'previous' | 'predecessors'>,
): FigureDifference[] {
  const form = formOf(report.form);
  const { previous, predecessors } = context;
  const values = previousValues(form, { ...(previous && { previous }), ...(predecessors && { predecessors }) }) ?? [];
  return cellsOf(form)
    .map(({ key, code, ordinal, measure }) => ({
      code,
      before: formatValue(values[ordinal - 1] ?? null, measure),
      after: formatValue(valueAt(formOf(report.form), report, key), measure),
    }))
    .filter(({ before, after }) => before !== '' && before !== after);
}
