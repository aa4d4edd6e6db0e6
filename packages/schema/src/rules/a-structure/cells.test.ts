import { describe, expect, it } from 'vitest';
import { forms } from '../../forms/registry.ts';
import { cellsOf } from '../../layout/cells.ts';
import { saidBy, verdictsBy } from '../../testing/said.ts';

const [earlier, later] = [forms[0]!, forms[1]!];

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
          params: {
            ...{ count: 2, codes: '三.一.总计、四.行政复议.总计' },
            ...{ advice: '没有发生的请填 0。', adviceEn: 'Where nothing happened, enter 0.' },
          },
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
    expect(verdictsBy(form, 'R11', { set: { [amount]: '1.5' } })).toEqual(['pass']);
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
    const at = (year: number) => verdictsBy(form, 'R14', { year })[0];
    expect([from - 1, from].map(at)).toEqual(['fail', 'pass']);
    const last = to ?? from + 50;
    expect([last, last + 1].map(at)).toEqual(['pass', to === undefined ? 'pass' : 'fail']);
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
    expect(verdictsBy(form, 'R28', { agency, set: { [powers[0]!]: null, [powers[1]!]: 1 } })).toEqual(['pass']);
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
  const at = (amount: string) => verdictsBy(later, 'R12', { set: { [fee]: amount } })[0];
  expect(['0', '0.000001', '0.0000010', '0.0000001', '-0.000001'].map(at)).toEqual([
    'pass',
    'pass',
    'pass',
    'fail',
    'fail',
  ]);
});

it('R11 lets a change of items be less than nothing', () => {
  expect(verdictsBy(earlier, 'R11', { set: { 'disclosure.licensing.change': -21 } })).toEqual(['pass']);
});
