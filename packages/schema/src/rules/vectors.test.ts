import { describe, expect, it } from 'vitest';
import { check } from '../checks/check.ts';
import type { Form } from '../forms/form.ts';
import { forms } from '../forms/registry.ts';
import { blankReport, uniformTables } from '../report/blank.ts';
import type { Report } from '../report/report.ts';
import type { Value } from '../report/value.ts';
import { withValue } from '../report/values.ts';
import type { Rule, Vector } from './rule.ts';

function zeros(form: Form, year: number, set: Readonly<Record<string, Value>> = {}): Report {
  const blank = blankReport(form, { name: '云溪县某镇人民政府' }, year, 'own');
  return Object.entries(set).reduce((report, [key, value]) => withValue(form, report, key, value), {
    ...blank,
    tables: uniformTables(form, 0),
  });
}

/** The verdict over all places: a failure outweighs a skip, a skip a pass. */
function verdictOf(form: Form, rule: Rule, vector: Vector) {
  const year = vector.year ?? form.years.from;
  const previous = vector.previous && zeros(form, year - 1, vector.previous);
  const verdicts = check({ ...form, rules: [rule] }, zeros(form, year, vector.set), previous ? { previous } : {}).map(
    ({ verdict }) => verdict,
  );
  return verdicts.includes('fail') ? 'fail' : verdicts.includes('skip') ? 'skip' : 'pass';
}

describe.each(forms)('rules of $id', (form) => {
  const cases = form.rules.flatMap((rule) => rule.vectors.map((vector) => ({ rule, vector, name: vector.name })));

  it.each(cases)('$rule.id: $name', ({ rule, vector }) => {
    expect(verdictOf(form, rule, vector)).toBe(vector.verdict);
  });

  it('have unique ids, a pass and a fail each', () => {
    expect(new Set(form.rules.map(({ id }) => id)).size).toBe(form.rules.length);
    for (const { id, vectors } of form.rules) {
      const verdicts = new Set(vectors.map(({ verdict }) => verdict));
      expect([id, verdicts.has('pass'), verdicts.has('fail')]).toEqual([id, true, true]);
    }
  });
});
