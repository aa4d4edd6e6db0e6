import { describe, expect, it } from 'vitest';
import { forms } from '../../forms/registry.ts';
import { cellsOf } from '../../layout/cells.ts';
import type { Value } from '../../report/value.ts';
import type { Sample, Vector } from '../../engine/vector.ts';
import { saidBy } from '../../testing/said.ts';
import { driftOf } from '../../engine/context.ts';

const form = forms.at(-1)!;
const received = 'requests.received.total';
const fee = 'disclosure.administrativeFees.amount';
const [code, feeCode] = [received, fee].map((key) => cellsOf(form).find((cell) => cell.key === key)!.code);

const judge = (id: string, sample: Omit<Vector, 'name' | 'verdict'>) => saidBy(form, id, sample);

const whole = { scope: 'report', cells: [], params: {} };
const parts = (key: string, ...values: Value[]): Sample[] => values.map((value) => ({ set: { [key]: value } }));

describe('R69: a cell and the sum of its parts', () => {
  const found = (key: string, sum: Value, ...values: Value[]) =>
    judge('R69', { set: { [key]: sum }, parts: parts(key, ...values) });

  it('names each cell that differs, with both figures', () => {
    expect(found(received, 4, 2, 3)).toEqual([
      {
        verdict: 'fail',
        severity: 'block',
        scope: 'cell',
        cells: [received],
        params: { code, actual: 4, expected: 5 },
        expected: 5,
        actual: 4,
      },
    ]);
    expect(found(received, 5, 2, 3)).toEqual([{ verdict: 'pass', severity: 'block', ...whole }]);
  });

  it('skips what is blank here or there, unless something is wrong elsewhere', () => {
    const skipped = { verdict: 'skip', severity: 'block', ...whole, cells: [received], reason: 'blank_cells' };
    expect(found(received, null, 2, 3)).toEqual([skipped]);
    expect(found(received, 5, 2, null)).toEqual([skipped]);
    expect(
      judge('R69', { set: { [received]: null, 'requests.total.total': 1 }, parts: [{}] }).map(({ cells }) => cells),
    ).toEqual([['requests.total.total']]);
  });

  it('leaves alone what is not applicable here or in all parts', () => {
    expect(found(received, { na: '/' }, 2)).toMatchObject([{ verdict: 'pass' }]);
    expect(found(received, 0, { na: '/' }, { na: '/' })).toMatchObject([{ verdict: 'pass' }]);
  });

  it('asks for no more than a word where the sum was edited, and skips without parts', () => {
    const sample = { set: { [received]: 4 }, parts: parts(received, 2, 3) };
    const severity = (origin?: 'edited' | 'generated') =>
      judge('R69', { ...sample, context: { rollUp: origin ? { origin } : {} } })[0]!.severity;
    expect([severity('edited'), severity('generated'), severity()]).toEqual(['explain', 'block', 'block']);
    const skipped = [{ verdict: 'skip', severity: 'block', ...whole, reason: 'no_roll_up' }];
    expect(judge('R69', {})).toEqual(skipped);
    expect(judge('R69', { parts: [], context: { rollUp: {} } })).toEqual(skipped);
  });

  it('allows amounts the rounding of each part at its own decimals', () => {
    const at = (sum: string, ...values: string[]) => found(fee, sum, ...values)[0]!.verdict;
    // Half a unit of the last decimal for each part: 0.05 + 0.005.
    expect(['3.545', '3.655', '3.544', '3.656', '3.6'].map((sum) => at(sum, '1.3', '2.30'))).toEqual([
      'pass',
      'pass',
      'fail',
      'fail',
      'pass',
    ]);
    expect(['3', '4', '2.5', '2.4'].map((sum) => at(sum, '3'))).toEqual(['pass', 'fail', 'pass', 'fail']);
    expect(found(fee, '9', '1.3')[0]).toMatchObject({ params: { code: feeCode, actual: '9', expected: '1.3' } });
  });

  it('allows counts nothing', () => {
    expect(found(received, 6, 2, 3)[0]!.verdict).toBe('fail');
    expect(found(received, 4, 2, 3)[0]!.verdict).toBe('fail');
  });
});

describe('R69c: a cell smaller than one of its parts', () => {
  it('names the body that has more', () => {
    const [big, small] = ['云溪县水利局', '云溪县林业局'];
    const found = (sum: Value) =>
      judge('R69c', {
        set: { [received]: sum },
        parts: [
          { agency: small, set: { [received]: 1 } },
          { agency: big, set: { [received]: 4 } },
        ],
      });
    expect(found(3)).toEqual([
      {
        verdict: 'fail',
        severity: 'block',
        scope: 'cell',
        cells: [received],
        params: { code, actual: 3, expected: '4', name: big },
        actual: 3,
      },
    ]);
    const pass = [{ verdict: 'pass', severity: 'block', ...whole }];
    expect(found(4)).toEqual(pass);
    expect(found(null)).toEqual(pass);
    expect(found({ na: '/' })).toEqual(pass);
    expect(judge('R69c', { set: { [received]: 0 }, parts: parts(received, null, { na: '9' }) })).toEqual(pass);
    expect(judge('R69c', {})).toEqual([{ verdict: 'skip', severity: 'block', ...whole, reason: 'no_roll_up' }]);
  });

  it('compares amounts as numbers, and no changes of items', () => {
    expect(judge('R69c', { set: { [fee]: '10.5' }, parts: parts(fee, '9.25') })).toMatchObject([{ verdict: 'pass' }]);
    expect(judge('R69c', { set: { [fee]: '9.25' }, parts: parts(fee, '10.5') })).toMatchObject([
      { verdict: 'fail', params: { expected: '10.5' } },
    ]);
    const change = 'disclosure.licensing.change';
    const sample = { set: { [change]: -3 }, parts: parts(change, 2, -5) };
    expect(saidBy(forms[0]!, 'R69c', sample)).toMatchObject([{ verdict: 'pass' }]);
  });
});

describe('R69b: a part that was corrected since', () => {
  const part = (agency: string, digest?: string, currentDigest?: string) => ({
    agency,
    ...(digest && { digest }),
    ...(currentDigest && { currentDigest }),
  });
  const outcome = { severity: 'explain', scope: 'report', cells: [] };

  it('is named, others are not', () => {
    const sample = {
      parts: [part('甲局', 'a', 'b'), part('乙局', 'a', 'a'), part('丙局', 'a'), part('丁局', 'c', 'd')],
    };
    expect(judge('R69b', sample)).toEqual([{ verdict: 'fail', ...outcome, params: { names: '甲局、丁局' } }]);
    expect(judge('R69b', { parts: [part('乙局', 'a', 'a'), part('丙局')] })).toEqual([
      { verdict: 'pass', ...outcome, params: { names: '' } },
    ]);
  });

  it('is not known without both digests, nor without a roll-up', () => {
    const unknown = [{ verdict: 'skip', ...outcome, params: {}, reason: 'no_publication' }];
    expect(judge('R69b', { parts: [part('甲局', 'a'), part('乙局', undefined, 'b')] })).toEqual(unknown);
    expect(judge('R69b', { parts: [], context: { rollUp: {} } })).toEqual(unknown);
    expect(judge('R69b', {})).toEqual([{ verdict: 'skip', ...outcome, params: {}, reason: 'no_roll_up' }]);
  });

  it('is found by its digests alone', () => {
    const report = { agency: { name: '甲局' } } as Parameters<typeof driftOf>[0][number]['report'];
    const drifted = { report, digest: 'a', currentDigest: 'b' };
    expect(
      driftOf([
        drifted,
        { report, digest: 'a', currentDigest: 'a' },
        { report, digest: 'a' },
        { report, currentDigest: 'b' },
      ]),
    ).toEqual([drifted]);
  });
});

describe('R70 and R71: the bodies due', () => {
  const body = { name: '云溪县水利局', accepted: true, included: true };
  const other = { name: '云溪县林业局', accepted: true, included: true };
  const outcome = { severity: 'block', scope: 'report', cells: [] };
  const found = (id: string, ...due: object[]) => judge(id, { context: { rollUp: { due: due as never } } });

  it('R70 names those that are not accepted or not included, without a reason', () => {
    expect(found('R70', body, { ...other, accepted: false }, { ...body, name: '甲局', included: false })).toEqual([
      { verdict: 'fail', ...outcome, params: { count: 2, names: '云溪县林业局、甲局' } },
    ]);
    expect(found('R70', body, { ...other, included: false, reason: '年内撤并' })).toEqual([
      { verdict: 'pass', ...outcome, params: { count: 0, names: '' } },
    ]);
    expect(found('R70', { ...other, included: false, reason: '' })).toMatchObject([{ verdict: 'fail' }]);
  });

  it('R71 names those under two parents, and vertically led ones, that are included', () => {
    const twice = { ...body, parents: ['甲县', '乙县'] };
    const led = { ...other, kind: 'verticallyLed' };
    expect(found('R71', twice, led)).toEqual([
      { verdict: 'fail', ...outcome, params: { names: '云溪县水利局、云溪县林业局' } },
    ]);
    const apart = [
      { ...twice, included: false },
      { ...led, included: false },
      { ...body, parents: ['甲县'] },
    ];
    expect(found('R71', ...apart, { ...other, kind: 'department' })).toEqual([
      { verdict: 'pass', ...outcome, params: { names: '' } },
    ]);
  });

  it.each(['R70', 'R71'])('%s skips where they are not known', (id) => {
    const skipped = [{ verdict: 'skip', ...outcome, params: {}, reason: 'no_roll_up' }];
    expect(judge(id, {})).toEqual(skipped);
    expect(judge(id, { parts: [{}] })).toEqual(skipped);
  });
});

describe('R72: the sums of a consolidated report', () => {
  const found = (set: Record<string, Value>) => judge('R72', { set, parts: [{}] });

  it('are those of tables two to four that block', () => {
    const [lost] = found({ [received]: 3 });
    expect(lost).toMatchObject({
      verdict: 'fail',
      severity: 'block',
      scope: 'report',
      params: { count: 2, rules: 'R29、R31' },
    });
    expect(lost!.cells).toContain(received);
    expect(found({ 'litigation.reconsideration.total': 3 })).toMatchObject([
      { verdict: 'fail', params: { rules: 'R37' } },
    ]);
    // A hint of these chapters is no reason, nor is a rule of another chapter that blocks.
    const many = { [received]: 4, 'requests.received.naturalPersons': 4 };
    const all = { ...many, 'requests.carriedOut.total': 4, 'requests.carriedOut.naturalPersons': 4 };
    expect(found(all)).toEqual([{ verdict: 'pass', severity: 'block', ...whole }]);
    expect(found({ [fee]: '-1' })).toMatchObject([{ verdict: 'pass' }]);
  });

  it('are not assessable over a blank, and fail beside one', () => {
    const blank = { 'litigation.reconsideration.total': null };
    expect(found(blank)).toEqual([{ verdict: 'skip', severity: 'block', ...whole, reason: 'blank_cells' }]);
    expect(found({ ...blank, [received]: 3 })).toMatchObject([{ verdict: 'fail' }]);
    expect(judge('R72', {})).toEqual([{ verdict: 'skip', severity: 'block', ...whole, reason: 'no_roll_up' }]);
  });

  it('R24 is among them in the form that has it', () => {
    const sample = { set: { 'disclosure.licensing.change': -1 }, parts: [{}] };
    expect(saidBy(forms[0]!, 'R72', sample)).toMatchObject([{ verdict: 'fail', params: { rules: 'R24' } }]);
  });
});
