import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { cellsOf } from '../layout/cells.ts';
import type { Value } from '../report/value.ts';
import { withValue } from '../report/values.ts';
import { consistentReport, seeded } from '../testing/consistent.ts';
import { arithmetic } from './arithmetic.ts';
import { checkFigures } from './check-figures.ts';

const anyValue: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: -5, max: 1_000 }),
  fc.constantFrom<Value>(null, '1.5', { na: '/' }),
);

describe.each(forms)('verdicts on the figures of $id', (form) => {
  const formulas = { ...form, figureRules: form.figureRules.filter(({ formula }) => formula) };
  const edited = fc
    .tuple(fc.integer(), fc.array(fc.tuple(fc.constantFrom(...cellsOf(form)), anyValue), { maxLength: 6 }))
    .map(([seed, changes]) =>
      changes.reduce(
        (report, [{ key }, value]) => withValue(form, report, key, value),
        consistentReport(form, seeded(seed, 40)),
      ),
    );

  it('are those of the full check, whatever stands in the cells of this year and the last', () => {
    fc.assert(
      fc.property(edited, fc.option(edited, { nil: undefined }), (report, previous) => {
        const context = previous ? { previous } : {};
        const findings = checkFigures(formulas, report, context);
        const count = (verdict: string) => findings.filter((finding) => finding.verdict === verdict).length;
        expect(arithmetic(form, report, context)).toEqual({
          passed: count('pass'),
          skipped: count('skip'),
          failed: findings.filter(({ verdict }) => verdict === 'fail'),
        });
      }),
      { numRuns: 100 },
    );
  });

  it('name the wrong cell too', () => {
    const report = consistentReport(form, seeded(3, 40));
    const { failed } = arithmetic(form, withValue(form, report, '三.（一）.自然人', 999));
    const sums = failed.filter(({ severity }) => severity === 'block');
    expect(sums.map(({ rule }) => rule)).toEqual(['R30', 'R31']);
    for (const { suspects } of sums) expect(suspects).toMatchObject([{ cell: 'requests.granted.naturalPersons' }]);
  });
});

it('cross from one form to the next by lineage', () => {
  const [earlier, later] = [forms[0]!, forms[1]!];
  const previous = consistentReport(earlier, seeded(1, 9));
  const report = consistentReport(later, seeded(2, 9));
  const { skipped } = arithmetic(later, report);
  expect(arithmetic(later, report, { previous }).skipped).toBeLessThan(skipped);
});
