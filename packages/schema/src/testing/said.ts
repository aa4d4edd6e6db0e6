import { rulesOf } from '../catalogue/catalogue.ts';
import type { Finding } from '../engine/finding.ts';
import type { Form } from '../engine/form.ts';
import { judgeVector } from '../catalogue/run-vector.ts';
import type { Verdict } from '../engine/rule.ts';
import type { Vector } from '../engine/vector.ts';

/** What a rule says of a sample, place by place, its words apart. */
export function saidBy(
  form: Form,
  id: string,
  sample: Omit<Vector, 'name' | 'verdict'>,
): Omit<Finding, 'rule' | 'message'>[] {
  const rule = rulesOf(form).find((each) => each.id === id)!;
  const findings = judgeVector(form, rule, { name: '', verdict: 'pass', ...sample });
  return findings.map(({ rule: _, message: __, ...rest }) => rest);
}

/** Its verdicts alone. */
export function verdictsBy(...asked: Parameters<typeof saidBy>): Verdict[] {
  return saidBy(...asked).map(({ verdict }) => verdict);
}
