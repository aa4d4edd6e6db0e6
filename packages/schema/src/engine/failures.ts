import type { Finding } from './finding.ts';

/** The findings that failed, those that block first, then those to explain, then hints. */
export function failures(findings: readonly Finding[]): Finding[] {
  const order = { block: 0, explain: 1, hint: 2 };
  return findings.filter(({ verdict }) => verdict === 'fail').sort((a, b) => order[a.severity] - order[b.severity]);
}
