import { explain, explanationOf, unexplained, type Finding, type Report } from '@gongkai/schema';

/** The report with this word on the finding in place of any given before; without one where it is empty. */
export function withExplanation(report: Report, finding: Finding, text: string): Report {
  const before = explanationOf(report, finding);
  const others = report.explanations.filter((explanation) => explanation !== before);
  const given = text.trim() === '' ? [] : [explain(report, finding, text.trim())];
  return { ...report, explanations: [...others, ...given] };
}

/** The findings to be explained, first those that still lack a word. */
export function toExplain(report: Report, findings: readonly Finding[]): Finding[] {
  const open = unexplained(report, findings);
  const explained = findings.filter((finding) => finding.severity === 'explain' && !open.includes(finding));
  return [...open, ...explained];
}
