import { describe, expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { cellsOf } from '../layout/cells.ts';
import { saidBy } from '../testing/said.ts';
import type { Vector } from './vector.ts';

const [earlier, later] = [forms[0]!, forms[1]!];
type Sample = Omit<Vector, 'name' | 'verdict'>;

const verdicts = (form: (typeof forms)[number], id: string, sample: Sample) =>
  saidBy(form, id, sample).map(({ verdict }) => verdict);

const received = 'requests.received.total';
const fee = 'disclosure.administrativeFees.amount';
const keys = (form: (typeof forms)[number], part: string) =>
  cellsOf(form).flatMap(({ key }) => (key.includes(part) ? [key] : []));

describe.each(forms)('rules on single cells of $id', (form) => {
  it('R10 names every open cell, and the first five by their codes', () => {
    expect(saidBy(form, 'R10', { set: { [received]: null, 'litigation.reconsideration.total': { na: '—' } } })).toEqual(
      [
        {
          verdict: 'fail',
          severity: 'block',
          scope: 'report',
          cells: [received, 'litigation.reconsideration.total'],
          params: { count: 2, codes: '三.一.总计、四.行政复议.总计' },
        },
      ],
    );
    const row = keys(form, 'requests.granted.');
    const codes = (count: number) =>
      saidBy(form, 'R10', { set: Object.fromEntries(row.slice(0, count).map((key) => [key, null])) })[0]!.params.codes;
    expect(codes(5)).toMatch(/^(?:[^、]+、){4}[^、]+其他$|^(?:[^、]+、){4}[^、 ]+$/);
    expect(codes(5)).not.toMatch(/等$/);
    expect(codes(6)).toMatch(/^(?:[^、]+、){4}[^、]+ 等$/);
    expect(saidBy(form, 'R10', {})).toMatchObject([{ verdict: 'pass', cells: [], params: { count: 0, codes: '' } }]);
  });

  it('R11 gives one finding a wrong count, and leaves amounts alone', () => {
    const changes = { [received]: -1, 'requests.granted.total': '2.5', 'requests.total.total': 2 ** 53 };
    expect(saidBy(form, 'R11', { set: changes })).toEqual(
      [
        [received, '三.一.总计', -1],
        ['requests.granted.total', '三.（一）.总计', '2.5'],
        ['requests.total.total', '三.（七）.总计', 2 ** 53],
      ].map(([key, code, value]) => ({
        verdict: 'fail',
        severity: 'block',
        scope: 'cell',
        cells: [key],
        params: { code, value },
        actual: value,
      })),
    );
    const amount = cellsOf(form).find(({ measure }) => measure === 'money')!.key;
    expect(verdicts(form, 'R11', { set: { [amount]: '1.5' } })).toEqual(['pass']);
  });

  it('R11 names the cells that it could not judge, and passes as a whole', () => {
    expect(saidBy(form, 'R11', { set: { [received]: null } })).toEqual([
      { verdict: 'skip', severity: 'block', scope: 'cell', cells: [received], params: {}, reason: 'blank_cells' },
    ]);
    expect(saidBy(form, 'R11', {})).toEqual([
      { verdict: 'pass', severity: 'block', scope: 'report', cells: [], params: {} },
    ]);
  });

  it('R14 takes the first and the last year of the form, and no other', () => {
    const { from, to } = form.years;
    const at = (year: number) => verdicts(form, 'R14', { year })[0];
    expect([from - 1, from].map(at)).toEqual(['fail', 'pass']);
    if (to === undefined) expect(at(from + 50)).toBe('pass');
    else expect([to, to + 1].map(at)).toEqual(['pass', 'fail']);
    expect(saidBy(form, 'R14', { year: from })).toMatchObject([
      {
        scope: 'report',
        cells: [],
        params: { year: from, form: form.title, period: `${from}—${to ?? ''}` },
        actual: from,
      },
    ]);
  });

  it.each([
    ['state', 'department', false],
    ['state', 'government', true],
    ['province', 'government', false],
    ['province', 'department', true],
    ['prefecture', 'government', false],
    ['prefecture', 'governmentOffice', true],
    ['county', 'government', true],
    ['township', 'town', true],
  ] as const)('R20 asks of a body at %s level, %s: %s', (level, kind, asked) => {
    expect(saidBy(form, 'R20', { context: { agency: { level, kind } } })).toHaveLength(asked ? 1 : 0);
  });

  it('R20 names each cell of the row that is not 0', () => {
    const row = keys(form, 'disclosure.regulations.');
    const context = { agency: { level: 'county', kind: 'department' } } as const;
    expect(row.length).toBeGreaterThan(1);
    expect(saidBy(form, 'R20', { context, set: { [row[0]!]: 17, [row[1]!]: 2 } })).toMatchObject([
      { verdict: 'fail', scope: 'cell', cells: [row[0]], params: { value: '17' }, expected: 0, actual: 17 },
      { verdict: 'fail', scope: 'cell', cells: [row[1]], params: { value: '2' }, expected: 0, actual: 2 },
    ]);
    expect(saidBy(form, 'R20', { context, set: { [row[0]!]: 17 } })[0]!.params.code).toMatch(/^二\.规章\./);
    const rest = { severity: 'explain', scope: 'row', cells: row, params: {} };
    expect(saidBy(form, 'R20', { context })).toEqual([{ verdict: 'pass', ...rest }]);
    expect(saidBy(form, 'R20', { context, set: { [row[1]!]: null } })).toEqual([
      { verdict: 'skip', ...rest, reason: 'blank_cells' },
    ]);
    expect(saidBy(form, 'R20', { context, set: { [row[1]!]: { na: '/' } } })).toEqual([{ verdict: 'pass', ...rest }]);
    expect(saidBy(form, 'R20', {})).toEqual([{ verdict: 'skip', ...rest, reason: 'no_agency' }]);
  });

  it('R28 looks at licences, penalties and compulsory measures of the bodies named in the settings', () => {
    const powers = ['licensing', 'penalties', 'compulsoryMeasures'].map((row) => `disclosure.${row}.decisions`);
    const agency = '云溪县公安局';
    const params = { name: agency, word: '公安' };
    expect(saidBy(form, 'R28', { agency })).toEqual([
      { verdict: 'fail', severity: 'hint', scope: 'table', cells: powers, params },
    ]);
    for (const power of powers) {
      expect(saidBy(form, 'R28', { agency, set: { [power]: 1 } })).toEqual([
        { verdict: 'pass', severity: 'hint', scope: 'table', cells: powers, params },
      ]);
      expect(saidBy(form, 'R28', { agency, set: { [power]: null } })).toMatchObject([
        { verdict: 'skip', scope: 'table', cells: powers, params, reason: 'blank_cells' },
      ]);
    }
    expect(verdicts(form, 'R28', { agency, set: { [powers[0]!]: null, [powers[1]!]: 1 } })).toEqual(['pass']);
    expect(saidBy(form, 'R28', { agency: '云溪县水利局' })).toEqual([]);
    const context = { settings: { enforcementBodies: ['水利'] } };
    expect(saidBy(form, 'R28', { agency: '云溪县水利局', context })).toHaveLength(1);
    expect(saidBy(form, 'R28', { agency, context })).toEqual([]);
  });
});

it('R12 gives one finding a wrong amount and leaves counts alone', () => {
  const set = { 'disclosure.administrativeFees.amount': '-0.5', [received]: -1 };
  expect(saidBy(later, 'R12', { set })).toEqual([
    {
      verdict: 'fail',
      severity: 'block',
      scope: 'cell',
      cells: [fee],
      params: { code: '二.行政事业性收费.本年收费金额（单位：万元）', value: '-0.5' },
      actual: '-0.5',
    },
  ]);
  const at = (amount: string) => verdicts(later, 'R12', { set: { [fee]: amount } })[0];
  expect(['0', '0.000001', '0.0000010', '0.0000001', '-0.000001'].map(at)).toEqual([
    'pass',
    'pass',
    'pass',
    'fail',
    'fail',
  ]);
});

it('R11 lets a change of items be less than nothing', () => {
  expect(verdicts(earlier, 'R11', { set: { 'disclosure.licensing.change': -21 } })).toEqual(['pass']);
});

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
      verdicts(form, 'R65', { set: { [received]: now }, previous: { set: { [received]: 5 } }, context, year })[0];
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
    expect(whose({ previous: { agency: one } })).toEqual([{ verdict: 'fail', ...found, params: { names: one } }]);
    expect(whose({ previous: { agency: two } })).toEqual([{ verdict: 'pass', ...found, params: { names: two } }]);
    expect(whose({ predecessors: [{ agency: two }] })).toEqual([{ verdict: 'pass', ...found, params: { names: two } }]);
    expect(whose({ predecessors: [{ agency: two }, { agency: one }] })).toEqual([
      { verdict: 'fail', ...found, params: { names: `${two}、${one}` } },
    ]);
    expect(whose({})).toEqual([{ verdict: 'skip', ...found, params: {}, reason: 'no_previous_report' }]);
  });

  it('R60 runs on the sum of the predecessors', () => {
    const sample = (carriedIn: number): Sample => ({
      year: form.years.from + 1,
      set: { 'requests.carriedIn.total': carriedIn },
      predecessors: [{ set: { 'requests.carriedOut.total': 2 } }, { set: { 'requests.carriedOut.total': 3 } }],
    });
    expect(verdicts(form, 'R60', sample(5)).filter((verdict) => verdict !== 'pass')).toEqual([]);
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
  expect(verdicts(later, 'R61', sample(5))).toEqual(['pass', 'pass']);
  expect(verdicts(later, 'R61', sample(2))).toEqual(['pass', 'fail']);
});
