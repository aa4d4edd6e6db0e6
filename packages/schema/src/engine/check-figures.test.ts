import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { cellsOf } from '../layout/cells.ts';
import { parseReport } from '../forms/parse-report.ts';
import { valueIn, withValue } from '../report/values.ts';
import { consistentReport, seeded } from '../testing/consistent.ts';
import { checkFigures } from './check-figures.ts';
import { failures } from './failures.ts';

describe.each(forms)('checking any report in $id', (form) => {
  const blocking = (report: Parameters<typeof checkFigures>[1]) =>
    failures(checkFigures(form, report)).filter(({ severity }) => severity === 'block');

  it('passes what is consistent, also after a journey through JSON', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 1_000_000 }), (seed, most) => {
        const report = consistentReport(form, seeded(seed, most));
        const parsed = parseReport(JSON.parse(JSON.stringify(report)));
        expect(parsed).toEqual({ ok: true, report });
        expect(blocking(report).map(({ rule }) => rule)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('fails on any single change in a summed cell', () => {
    const cells = cellsOf(form).filter(({ table }) => table !== 'disclosure');
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom(...cells),
        fc.integer({ min: -50, max: 50 }).filter((difference) => difference !== 0),
        (seed, { key }, difference) => {
          const report = consistentReport(form, seeded(seed, 100));
          const changed = withValue(form, report, key, (valueIn(report.tables, key) as number) + difference);
          expect(blocking(changed).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never passes a sum over a blank cell', () => {
    const report = consistentReport(form, seeded(5, 9));
    for (const { key, table } of cellsOf(form)) {
      if (table === 'disclosure') continue;
      const findings = checkFigures(form, withValue(form, report, key, null)).filter(({ cells }) =>
        cells.includes(key),
      );
      expect(findings.filter(({ rule, verdict }) => verdict === 'pass' && /^R(29|3[0-9])$/.test(rule))).toEqual([]);
    }
  });
});

it('calls a broken rule broken, not the data', () => {
  const form = forms[0]!;
  const [rule] = form.figureRules;
  const { test: _, ...without } = rule!;
  expect(() =>
    checkFigures(
      { ...form, figureRules: [without] },
      consistentReport(form, () => 0),
    ),
  ).toThrow(TypeError);
});
