import { difference, findCell, formOf, type Report } from '@gongkai/schema';
import type { Dependencies } from '../../common/dependencies.ts';
import { ApiError } from '../../common/errors.ts';
import type { ReportKey } from '../../common/schemas.ts';
import { canonical, get, type CanonicalReport } from '../../report/queries.ts';
import { reportIn } from '../../common/stored-report.ts';
import type { Differences, OpenFindings, OpenHistory } from '../schemas.ts';

/** Compares two public revisions. @throws {ApiError} not_found, withdrawn, not_comparable */
export async function revisionDifferences(
  deps: Dependencies,
  { a, b }: { readonly a: string; readonly b: string },
): Promise<Differences> {
  const [before, after] = await Promise.all([canonical(deps, { digest: a }), canonical(deps, { digest: b })]);
  return compare(before, after);
}

/** Compares a report with that of another year. @throws {ApiError} not_found, withdrawn, not_comparable */
export async function yearDifferences(
  deps: Dependencies,
  key: ReportKey,
  other: number = key.year - 1,
): Promise<Differences> {
  const [before, after] = await Promise.all([canonical(deps, { ...key, year: other }), canonical(deps, key)]);
  return compare(before, after);
}

/** Returns the findings of a report and their explanations. @throws {ApiError} not_found, withdrawn */
export async function findings(deps: Dependencies, key: ReportKey): Promise<OpenFindings> {
  const { summary, report, findings } = await get(deps, key);
  if (summary.state === 'withdrawn') throw new ApiError('withdrawn');
  return { summary, findings, explanations: [...report.explanations] };
}

/**
 * Returns the public events of a report, the first one first; also for a withdrawn report.
 * @throws {ApiError} not_found
 */
export async function history(deps: Dependencies, key: ReportKey): Promise<OpenHistory> {
  const { summary, history } = await get(deps, key);
  return { summary, history };
}

function compare(before: CanonicalReport, after: CanonicalReport): Differences {
  const [a, b] = [reportIn(before), reportIn(after)];
  const { changes, incomparable } = differenceOf(a, b);
  const codeOf = (key: string) => (findCell(formOf(b.form), key) ?? findCell(formOf(a.form), key))?.code ?? null;
  return {
    a: sideOf(a, before),
    b: sideOf(b, after),
    changes: changes.map(({ cell, before, after }) => ({ code: codeOf(cell), key: cell, before, after })),
    incomparable: [...incomparable],
  };
}

function differenceOf(a: Report, b: Report) {
  try {
    return difference(a, b);
  } catch (error) {
    if (error instanceof RangeError) throw new ApiError('not_comparable');
    throw error;
  }
}

function sideOf({ agency, year, kind, form }: Report, { digest }: CanonicalReport) {
  // Every public report was given its agency's id when it was stored.
  return { agencyId: agency.id!, year, kind, form, digest };
}
