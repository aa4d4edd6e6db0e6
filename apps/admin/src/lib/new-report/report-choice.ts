import type { AgencySummary, ReportKey } from '@gongkai/api/schemas';
import { forms, type ReportKind } from '@gongkai/schema';

/** The agency and year of a new report. */
export interface Choice {
  readonly agency: AgencySummary;
  readonly year: number;
}

/**
 * A government at or above county level consolidates the reports of its bodies; every other agency reports on itself.
 */
export function kindFor({ kind }: Pick<AgencySummary, 'kind'>): ReportKind {
  return kind === 'government' ? 'consolidated' : 'own';
}

export function keyFor({ agency, year }: Choice): ReportKey {
  return { agencyId: agency.id, year, kind: kindFor(agency) };
}

/** The years with an official form, up to the current year, newest first. */
export function reportYears(running: number): number[] {
  const first = Math.min(...forms.map(({ years }) => years.from));
  return Array.from({ length: running - first + 1 }, (_, index) => running - index);
}
