import { failures, formOf, valueAt, type Finding, type Report } from '@gongkai/schema';
import { blocksIn } from './report-fields.ts';

/** What the server finds in a report and the browser, which knows less, does not; and the report it was found in. */
export interface ServerFindings {
  readonly report: Report;
  readonly findings: readonly Finding[];
}

/** Of the server's findings in a report those that were not made here in the same report. */
export function serverOnlyFindings(
  report: Report,
  theirs: readonly Finding[],
  own: readonly Finding[],
): ServerFindings {
  return { report, findings: without(theirs, own) };
}

/** What was known before and still holds, with more. */
export function mergeServerFindings(known: ServerFindings, { report, findings }: ServerFindings): ServerFindings {
  return { report, findings: [...findings, ...without(holding(known, report), findings)] };
}

/** All that is known to fail in a report, by own checks and by the server's word, the gravest first. */
export function mergeFindings(report: Report, own: readonly Finding[], known: ServerFindings): Finding[] {
  return failures([...own, ...without(holding(known, report), own)]);
}

/** A finding says nothing of figures or words other than those it was made of, as with explanations. */
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
