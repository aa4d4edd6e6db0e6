import type { Layout } from '../layout/layout.ts';
import type { Value } from '../report/value.ts';
import type { Outcome, Rule } from './rule.ts';
import type { Finding } from './finding.ts';
import type { Judgement } from './judge-formula.ts';
import { localise } from './localise.ts';
import { messageOf } from './messages.ts';

/** Puts judgements into words, with the cells that make sums fail. */
export function toFindings(layout: Layout, values: readonly Value[], judged: readonly Judgement[]): Finding[] {
  const suspects = localise(
    layout,
    values,
    judged.flatMap(({ equation }) => equation ?? []),
  );
  return judged.map(({ rule, outcome, equation }) => {
    const named = equation && suspects.get(equation);
    return toFinding(rule, named ? { ...outcome, suspects: named } : outcome);
  });
}

/** Keep the spread first: V8 creates the object several times faster. */
function toFinding(rule: Rule, outcome: Outcome): Finding {
  const severity = outcome.severity ?? rule.severity;
  const finding = { ...outcome, rule: rule.id, severity, message: messageOf(rule, outcome) };
  return rule.mark && outcome.verdict === 'fail' ? { ...finding, mark: rule.mark } : finding;
}
