import type { Report, Explanation } from '../report/report.ts';
import { valueIn } from '../report/values.ts';
import type { Finding } from './finding.ts';

/**
 * The drafter's word on a finding, bound to its rule, its cells with their values, and the words that it quotes.
 * @param report a parsed report
 * @param finding a failed finding on it
 * @param text the explanation in Chinese
 * @returns to be put into `explanations` of the report
 * @example explain(report, finding, '含上年补录 2 件。')
 */
export function explain(report: Report, finding: Finding, text: string): Explanation {
  const { quote } = finding.params;
  return {
    rule: finding.rule,
    cells: Object.fromEntries(finding.cells.map((cell) => [cell, valueIn(report.tables, cell)])),
    ...(typeof quote === 'string' && { quote }),
    text,
  };
}

/**
 * The explanation given for a finding, if it still holds: it lapses when a value or the quoted words change.
 * @param report a parsed report
 * @param finding a finding on it
 * @returns undefined where there is none, or it lapsed
 * @example explanationOf(report, finding)?.text
 */
export function explanationOf(report: Report, finding: Finding): Explanation | undefined {
  const { text: _, ...bound } = explain(report, finding, '');
  return report.explanations.find(({ text, ...given }) => text.trim() !== '' && same(given, bound));
}

/**
 * Findings that must still be corrected or explained before a report is submitted.
 * @param report a parsed report
 * @param findings as `check` gives them for it
 * @returns failed findings of severity `explain` without a valid explanation
 * @example unexplained(report, check(form, report)).length === 0
 */
export function unexplained(report: Report, findings: readonly Finding[]): Finding[] {
  return findings.filter(
    (finding) =>
      finding.verdict === 'fail' && finding.severity === 'explain' && explanationOf(report, finding) === undefined,
  );
}

/**
 * Explanations that no finding needs any more.
 * @param report a parsed report
 * @param findings as `check` gives them for it
 * @returns explanations to be removed
 * @example lapsed(report, check(form, report))
 */
export function lapsed(report: Report, findings: readonly Finding[]): Explanation[] {
  const held = new Set(findings.filter(({ verdict }) => verdict === 'fail').map((each) => explanationOf(report, each)));
  return report.explanations.filter((explanation) => !held.has(explanation));
}

type Bound = Omit<Explanation, 'text'>;

function same(a: Bound, b: Bound): boolean {
  const cells = Object.keys(a.cells);
  return (
    a.rule === b.rule &&
    a.quote === b.quote &&
    cells.length === Object.keys(b.cells).length &&
    cells.every((cell) => cell in b.cells && JSON.stringify(a.cells[cell]) === JSON.stringify(b.cells[cell]))
  );
}
