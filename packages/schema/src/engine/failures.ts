import type { Finding } from './finding.ts';

/**
 * The findings that failed, those that block first, then those to explain, then hints.
 * @param findings as `check` gives them
 * @returns only those with the verdict `fail`
 * @example failures(check(form, report))[0]?.message.zh
 */
export function failures(findings: readonly Finding[]): Finding[] {
  const order = { block: 0, explain: 1, hint: 2 };
  return findings.filter(({ verdict }) => verdict === 'fail').sort((a, b) => order[a.severity] - order[b.severity]);
}
