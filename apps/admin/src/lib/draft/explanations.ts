import { explain, explanationOf, unexplained, type Finding, type Report } from '@gongkai/schema';

/** Replaces the explanation of a finding, or removes it if the text is empty. */
export function withExplanation(report: Report, finding: Finding, text: string): Report {
  const before = explanationOf(report, finding);
  const others = report.explanations.filter((explanation) => explanation !== before);
  const given = text.trim() === '' ? [] : [explain(report, finding, text.trim())];
  return { ...report, explanations: [...others, ...given] };
}

/** The findings that need an explanation, those without one first. */
export function toExplain(report: Report, findings: readonly Finding[]): Finding[] {
  const open = unexplained(report, findings);
  const explained = findings.filter((finding) => finding.severity === 'explain' && !open.includes(finding));
  return [...open, ...explained];
}
