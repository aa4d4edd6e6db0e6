import { total, type Tally } from './tally.ts';

/** The page docs/reference/mutation.md over what was measured, and which of the parts were not. */
export function summaryPage(tallies: ReadonlyMap<string, Tally>, parts: readonly string[], least: number): string {
  const rows = [...tallies, ['all measured', total([...tallies.values()])] as const].map(
    ([part, { killed, timedOut, survived, uncovered, score }]) =>
      `| ${part} | ${killed + timedOut + survived + uncovered} | ${killed} | ${timedOut} | ${survived} | ${uncovered} | ${score.toFixed(1)} % |`,
  );
  const missing = parts.filter((part) => !tallies.has(part));
  return [
    '<!-- Written by npm run mutation. -->',
    '',
    '# Mutation testing of the checks',
    '',
    'Stryker makes one change at a time in the code (a sum to a difference, a condition to true, a key to an empty string) and',
    `runs the tests. A change that no test notices has survived. At least ${least} % must be noticed. Messages and test vectors`,
    'of rules are not changed. `npm run -s mutation` measures all parts again, `npm run -s mutation PART` one part.',
    '',
    '| part | changes | killed | timed out | survived | not run | score |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
    ...(missing.length > 0 ? [`Not measured yet: ${missing.join(', ')}.`, ''] : []),
  ].join('\n');
}
