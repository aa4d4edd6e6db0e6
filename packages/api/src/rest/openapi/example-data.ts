import type { ReportKind } from '@gongkai/schema';
import type { ReportSummary } from '../../report/schemas.ts';
import type { Services } from '../../services.ts';

/** What the examples of the document ask for: published reports of this installation. */
export interface ExampleData {
  /** Reports of one agency and kind, newest first; none where nothing is published. */
  readonly reports: readonly ExampleReport[];
  /** The agency above that agency. */
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

/** Of an installation that has published nothing. */
export const noExampleData: ExampleData = { reports: [] };

/** How many reports are looked through for an agency with reports of several years. */
const SEARCHED = 200;

/** Chooses what to show: the reports of the first agency that has most years and the newest. */
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

/** By years in a row up to the newest, since years are compared, then by the newest year. */
function isBetter(one: readonly ReportSummary[], other: readonly ReportSummary[]): boolean {
  const consecutive = (reports: readonly ReportSummary[]) =>
    reports.length > 1 && reports.at(-1)!.year - reports.at(-2)!.year === 1 ? 1 : 0;
  const rank = (reports: readonly ReportSummary[]) => [consecutive(reports), reports.length, reports.at(-1)?.year ?? 0];
  const [a, b] = [rank(one), rank(other)];
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && a[at]! > b[at]!;
}
