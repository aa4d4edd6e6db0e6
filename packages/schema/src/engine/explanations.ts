import type { Report, Explanation } from '../report/report.ts';
import { valueIn } from '../report/values.ts';
import type { Finding } from './finding.ts';

/** The drafter's word on a finding, bound to its rule, its cells with their values, and the words that it quotes. */
export function explain(report: Report, finding: Finding, text: string): Explanation {
  const { quote } = finding.params;
  return {
    rule: finding.rule,
    cells: Object.fromEntries(finding.cells.map((cell) => [cell, valueIn(report.tables, cell)])),
    ...(typeof quote === 'string' && { quote }),
    text,
  };
}

/** The explanation given for a finding, if it still holds: it lapses when a value or the quoted words change. */
export function explanationOf(report: Report, finding: Finding): Explanation | undefined {
  const { text: _, ...bound } = explain(report, finding, '');
  return report.explanations.find(({ text, ...given }) => text.trim() !== '' && same(given, bound));
}

/** Findings that must still be corrected or explained before a report is submitted. */
export function unexplained(report: Report, findings: readonly Finding[]): Finding[] {
  return findings.filter(
    (finding) =>
      finding.verdict === 'fail' && finding.severity === 'explain' && explanationOf(report, finding) === undefined,
  );
}

/** Explanations that no finding needs any more. */
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
