import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../catalogue/catalogue.ts';
import { checkFigures } from '../engine/check-figures.ts';
import { failures } from '../engine/failures.ts';
import { forms } from '../forms/registry.ts';
import { cellsOf } from '../layout/cells.ts';
import { addValues } from '../report/value.ts';
import { valueIn, withValue } from '../report/values.ts';
import { consistentReport, seeded } from '../testing/consistent.ts';
import { rollUp, RollUpError } from './roll-up.ts';

const government = { name: '云溪县人民政府' };

describe.each(forms)('rolling up reports in $id', (form) => {
  const parts = (seeds: readonly number[]) =>
    seeds.map((seed, at) => ({ report: consistentReport(form, seeded(seed, 60), `云溪县第${at + 1}局`) }));

  it('of consistent children is consistent, and agrees with its parts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 6 }), (seeds) => {
        const children = parts(seeds);
        const { report } = rollUp(children, government);
        expect(failures(checkFigures(form, report)).filter(({ severity }) => severity === 'block')).toEqual([]);
        const findings = check(form, report, { rollUp: { parts: children, origin: 'generated' } });
        for (const rule of ['R69', 'R69c', 'R72'])
          expect(findings.filter((each) => each.rule === rule).map(({ verdict }) => verdict)).toEqual(['pass']);
      }),
      { numRuns: 15 },
    );
  });

  it('traces every cell to its parts', () => {
    const children = parts([1, 2, 3]);
    const { report, provenance } = rollUp(children, government);
    expect(report).toMatchObject({ kind: 'consolidated', agency: government, year: form.years.from });
    for (const { key } of cellsOf(form)) {
      expect(provenance[key]!.map(({ agency }) => agency.name)).toEqual(
        children.map((part) => part.report.agency.name),
      );
      expect(addValues(provenance[key]!.map(({ value }) => value))).toEqual(valueIn(report.tables, key));
    }
  });

  it('blocks a generated sum that was changed, and asks for a word on an edited one', () => {
    const children = parts([1, 2]);
    const { report } = rollUp(children, government);
    const changed = withValue(form, report, '三.一.总计', 1);
    const severity = (origin: 'generated' | 'edited') =>
      check(form, changed, { rollUp: { parts: children, origin } }).find(
        ({ rule, verdict }) => rule === 'R69' && verdict === 'fail',
      )?.severity;
    expect([severity('generated'), severity('edited')]).toEqual(['block', 'explain']);
  });

  it('leaves a sum blank where a part is blank', () => {
    const [first, second] = parts([1, 2]);
    const blank = { report: withValue(form, second!.report, '三.一.总计', null) };
    expect(valueIn(rollUp([first!, blank], government).report.tables, 'requests.received.total')).toBeNull();
  });

  it('refuses no parts, one body twice, and another year', () => {
    const [part] = parts([1]);
    expect(() => rollUp([], government)).toThrow(RollUpError);
    expect(() => rollUp([part!, part!], government)).toThrow('重复');
    const later = { report: { ...part!.report, agency: { name: '某局' }, year: form.years.from + 1 } };
    expect(() => rollUp([part!, later], government)).toThrow('年度');
  });
});

it('allows amounts the rounding of each part, and no more', () => {
  const form = forms.at(-1)!;
  const fee = 'disclosure.administrativeFees.amount';
  const part = (amount: string) => ({
    report: withValue(
      form,
      consistentReport(form, () => 0),
      fee,
      amount,
    ),
  });
  const parts = [part('1.24'), part('2.31')];
  const verdict = (amount: string) =>
    check(form, withValue(form, parts[0]!.report, fee, amount), { rollUp: { parts } }).find(
      ({ rule }) => rule === 'R69',
    )?.verdict;
  expect(['3.55', '3.56', '3.54', '3.57', '3.5'].map(verdict)).toEqual(['pass', 'pass', 'pass', 'fail', 'fail']);
});

describe('sums of figures', () => {
  it.each([
    [[1, 2, 3], 6],
    [['0.10', '0.2'], '0.30'],
    [['1', 2], '3'],
    [['-0.5', '0.25'], '-0.25'],
    [[1, null], null],
    [[1, { na: '/' }], 1],
    [[{ na: '/' }, { na: '—' }], { na: '/' }],
  ])('%j make %j', (values, sum) => {
    expect(addValues(values)).toEqual(sum);
  });
});
