import { describe, expect, it } from 'vitest';
import { forms } from '../../forms/registry.ts';
import { cellsOf } from '../../layout/cells.ts';
import { saidBy, verdictsBy } from '../../testing/said.ts';
import type { Vector } from '../../engine/vector.ts';

const later = forms[1]!;
type Sample = Omit<Vector, 'name' | 'verdict'>;
const received = 'requests.received.total';

describe.each(forms)('rules across years in $id', (form) => {
  const leap = (now: number | null, then: number | null) =>
    saidBy(form, 'R65', {
      set: { [received]: now },
      previous: { set: { [received]: then } },
      year: form.years.from + 1,
    });
  const copy = (set: Sample['set'], before: Sample['set']) =>
    saidBy(form, 'R66', { set: set!, previous: { set: before! }, year: form.years.from + 1 });
  const whole = { scope: 'report', cells: [], params: {} };

  it('R65 looks at figures of 20 or more that are over five times, or under a fifth of, last year', () => {
    const fails = (now: number | null, then: number | null) => leap(now, then)[0]!.verdict;
    expect([fails(20, 4), fails(20, 3), fails(19, 3), fails(3, 20), fails(4, 20), fails(0, 19)]).toEqual([
      'pass',
      'fail',
      'pass',
      'fail',
      'pass',
      'pass',
    ]);
    expect(leap(101, 20)).toEqual([
      {
        verdict: 'fail',
        severity: 'hint',
        scope: 'cell',
        cells: [received],
        params: { code: '三.一.总计', actual: 101, previous: 20 },
        actual: 101,
      },
    ]);
    expect(leap(20, 20)).toEqual([{ verdict: 'pass', severity: 'hint', ...whole }]);
    expect([fails(null, 500), fails(500, null)]).toEqual(['pass', 'pass']);
    expect(saidBy(form, 'R65', {})).toEqual([
      { verdict: 'skip', severity: 'hint', ...whole, reason: 'no_previous_report' },
    ]);
  });

  it('R65 keeps to the place’s own factor', () => {
    const context = { settings: { jump: { factor: 2, from: 5 } } };
    const year = form.years.from + 1;
    const at = (now: number) =>
      verdictsBy(form, 'R65', { set: { [received]: now }, previous: { set: { [received]: 5 } }, context, year })[0];
    expect([10, 11].map(at)).toEqual(['pass', 'fail']);
  });

  it('R66 wants one figure at least that differs, blanks apart', () => {
    expect(copy({ [received]: 3 }, { [received]: 3 })).toEqual([{ verdict: 'fail', severity: 'explain', ...whole }]);
    expect(copy({ [received]: 3 }, { [received]: 4 })).toEqual([{ verdict: 'pass', severity: 'explain', ...whole }]);
    expect(copy({ [received]: 3, 'requests.total.total': null }, { [received]: 3 })).toMatchObject([
      { verdict: 'fail' },
    ]);
    expect(copy({ [received]: 3 }, { [received]: 3, 'requests.total.total': null })).toMatchObject([
      { verdict: 'fail' },
    ]);
    expect(copy({}, {})).toMatchObject([{ verdict: 'pass' }]);
    expect(saidBy(form, 'R66', {})).toMatchObject([{ verdict: 'skip', ...whole, reason: 'no_previous_report' }]);
    const blank = Object.fromEntries(cellsOf(form).map(({ key }) => [key, null]));
    expect(copy(blank, {})).toMatchObject([{ verdict: 'skip', ...whole, reason: 'no_previous_figure' }]);
  });

  it('R67 names the bodies that came before', () => {
    const [one, two] = ['云溪县白石乡人民政府', '云溪县青原镇人民政府'];
    const whose = (sample: Sample) => saidBy(form, 'R67', sample);
    const found = { severity: 'hint', scope: 'report', cells: [] };
    const says = (names: string, saying: RegExp) => ({ names, saying: expect.stringMatching(saying) });
    expect(whose({ previous: { agency: one } })).toMatchObject([
      { verdict: 'fail', ...found, params: says(one, /是否同一机关/) },
    ]);
    expect(whose({ previous: { agency: '青原镇人民政府' } })).toMatchObject([
      { verdict: 'fail', ...found, params: says('青原镇人民政府', /另一种写法，还是另一个机关/) },
    ]);
    expect(whose({ previous: { agency: two } })).toMatchObject([{ verdict: 'pass', ...found, params: { names: two } }]);
    expect(whose({ predecessors: [{ agency: two }] })).toMatchObject([
      { verdict: 'pass', ...found, params: { names: two } },
    ]);
    expect(whose({ predecessors: [{ agency: two }, { agency: one }] })).toMatchObject([
      { verdict: 'fail', ...found, params: says(`${two}、${one}`, /由 .* 合并、分立或更名而来/) },
    ]);
    expect(whose({})).toEqual([{ verdict: 'skip', ...found, params: {}, reason: 'no_previous_report' }]);
  });

  it('R60 runs on the sum of the predecessors', () => {
    const sample = (carriedIn: number): Sample => ({
      year: form.years.from + 1,
      set: { 'requests.carriedIn.total': carriedIn },
      predecessors: [{ set: { 'requests.carriedOut.total': 2 } }, { set: { 'requests.carriedOut.total': 3 } }],
    });
    expect(verdictsBy(form, 'R60', sample(5)).filter((verdict) => verdict !== 'pass')).toEqual([]);
    expect(saidBy(form, 'R60', sample(2)).find(({ verdict }) => verdict === 'fail')).toMatchObject({
      expected: 5,
      actual: 2,
      cells: ['requests.carriedIn.total'],
      scope: 'column',
    });
  });
});

it('R61 runs on the sum of the predecessors', () => {
  const inForce = 'disclosure.normativeDocuments.inForce';
  const sample = (now: number): Sample => ({
    year: 2023,
    set: { [inForce]: now },
    predecessors: [{ set: { [inForce]: 2 } }, { set: { [inForce]: 3 } }],
  });
  expect(verdictsBy(later, 'R61', sample(5))).toEqual(['pass', 'pass']);
  expect(verdictsBy(later, 'R61', sample(2))).toEqual(['pass', 'fail']);
});
