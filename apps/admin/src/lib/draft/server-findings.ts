import { failures, formOf, valueAt, type Finding, type Report } from '@gongkai/schema';
import { blocksIn } from './report-fields.ts';

/**
 * The findings that only the server detects, because it knows more than the browser, and the report that they are
 * about.
 */
export interface ServerFindings {
  readonly report: Report;
  readonly findings: readonly Finding[];
}

/** The server's findings for a report that the browser did not make itself. */
export function serverOnlyFindings(
  report: Report,
  theirs: readonly Finding[],
  own: readonly Finding[],
): ServerFindings {
  return { report, findings: without(theirs, own) };
}

/** Adds findings to the known ones that still apply to the report. */
export function mergeServerFindings(known: ServerFindings, { report, findings }: ServerFindings): ServerFindings {
  return { report, findings: [...findings, ...without(holding(known, report), findings)] };
}

/** All findings of a report, the browser's own and those of the server that still apply, most severe first. */
export function mergeFindings(report: Report, own: readonly Finding[], known: ServerFindings): Finding[] {
  return failures([...own, ...without(holding(known, report), own)]);
}

/** The findings that still apply: like an explanation, a finding applies only to unchanged figures and text. */
function holding({ report: judged, findings }: ServerFindings, report: Report): Finding[] {
  return findings.filter(
    ({ cells, place }) =>
      cells.every((cell) =>
        same(valueAt(formOf(judged.form), judged, cell), valueAt(formOf(report.form), report, cell)),
      ) &&
      (!place || same(blocksIn(judged, place.section), blocksIn(report, place.section))),
  );
}

function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const known = new Set(others.map(nameOf));
  return findings.filter((finding) => !known.has(nameOf(finding)));
}

function nameOf({ rule, cells, place, params }: Finding): string {
  return JSON.stringify([rule, cells, place, params]);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
