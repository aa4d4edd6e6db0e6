import type { AgencySummary, ReportKey } from '@gongkai/api/schemas';
import { forms, type ReportKind } from '@gongkai/schema';

/** Whose report of which year is to be made. */
export interface Choice {
  readonly agency: AgencySummary;
  readonly year: number;
}

/** A government from county up sums up its bodies' reports; every other agency reports on itself. */
export function kindFor({ kind }: Pick<AgencySummary, 'kind'>): ReportKind {
  return kind === 'government' ? 'consolidated' : 'own';
}

export function keyFor({ agency, year }: Choice): ReportKey {
  return { agencyId: agency.id, year, kind: kindFor(agency) };
}

/** Years that there is an official form for, up to the running one, the newest first. */
export function reportYears(running: number): number[] {
  const first = Math.min(...forms.map(({ years }) => years.from));
  return Array.from({ length: running - first + 1 }, (_, index) => running - index);
}
