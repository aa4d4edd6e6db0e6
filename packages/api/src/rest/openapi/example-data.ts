import type { ReportKind } from '@gongkai/schema';
import type { ReportSummary } from '../../report/schemas.ts';
import type { Services } from '../../services.ts';

/** Data of the document's examples: published reports of this installation. */
export interface ExampleData {
  /** Reports of one agency and kind, newest first; empty if nothing is published. */
  readonly reports: readonly ExampleReport[];
  /** The parent of that agency. */
  readonly parentId?: string;
  readonly round?: { readonly agencyId: string; readonly agencyName: string; readonly year: number };
}

export interface ExampleReport {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly year: number;
  readonly kind: ReportKind;
  readonly form: string;
  readonly digest: string;
}

/** Example data of an installation that has published nothing. */
export const noExampleData: ExampleData = { reports: [] };

/** Number of reports that are searched for an agency with reports of several years. */
const SEARCHED = 200;

/** Chooses the reports of the agency with the best series of years; see `isBetter`. */
export async function loadExampleData({ openData, agency, round }: Services): Promise<ExampleData> {
  const [{ items }, rounds] = await Promise.all([
    openData.reports({}, { after: undefined, limit: SEARCHED }),
    round.list(),
  ]);
  const series = [...Map.groupBy(items, ({ agencyId, kind }) => `${agencyId}/${kind}`).values()];
  const reports = series.reduce<ReportSummary[]>((best, one) => (isBetter(one, best) ? one : best), []);
  const newest = reports.at(-1);
  const parentId = newest && (await agency.get(newest.agencyId)).parentId;
  const [first] = rounds;
  return {
    reports: reports.toReversed().map(({ agencyId, agencyName, year, kind, form, digest }) => ({
      ...{ agencyId, agencyName, year, kind, form, digest },
    })),
    ...(parentId && { parentId }),
    ...(first && { round: { agencyId: first.agencyId, agencyName: first.agencyName, year: first.year } }),
  };
}

/**
 * Prefers a series whose last two years are consecutive, because examples compare years; then the longer series, then
 * the newer one.
 */
function isBetter(one: readonly ReportSummary[], other: readonly ReportSummary[]): boolean {
  const consecutive = (reports: readonly ReportSummary[]) =>
    reports.length > 1 && reports.at(-1)!.year - reports.at(-2)!.year === 1 ? 1 : 0;
  const rank = (reports: readonly ReportSummary[]) => [consecutive(reports), reports.length, reports.at(-1)?.year ?? 0];
  const [a, b] = [rank(one), rank(other)];
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && a[at]! > b[at]!;
}
